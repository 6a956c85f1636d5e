/* Paints heat maps and the scale beside them. */
var heat = (function () {
  function channel(text, at) {
    return parseInt(text.substr(at, 2), 16);
  }

  /* 256 colors between those of a list. */
  function table(list) {
    var colors = [];
    for (var i = 0; i < 256; i++) {
      var place = i / 255 * (list.length - 1);
      var low = Math.min(Math.floor(place), list.length - 2);
      colors.push([1, 3, 5].map(function (at) {
        return Math.round(channel(list[low], at) + (place - low) * (channel(list[low + 1], at) - channel(list[low], at)));
      }));
    }
    return colors;
  }

  var tables = { sequential: table(COLORS.sequential), diverging: table(COLORS.diverging) };

  /* Where a value lies on a scale, 0 to 1; NaN if it has no place there. */
  function share(scale, value) {
    if (typeof value !== 'number' || value !== value || (scale.log && value <= 0)) {
      return NaN;
    }
    var at = scale.log ? Math.log(value / scale.min) / Math.log(scale.max / scale.min)
      : (value - scale.min) / (scale.max - scale.min);
    return Math.max(0, Math.min(1, at));
  }

  function rgb(scale, value) {
    var at = share(scale, value);
    return at !== at ? null : tables[scale.diverging ? 'diverging' : 'sequential'][Math.round(255 * at)];
  }

  function color(scale, value) {
    var found = rgb(scale, value);
    return found ? 'rgb(' + found.join(',') + ')' : 'transparent';
  }

  /* The values of a heat map: levels, and which is where by two letters, after the letter of its length in runs. */
  function values(map) {
    var levels = map.levels.map(Number);
    var stride = map.runs ? 3 : 2;
    var found = [];
    var at = function (i) { return LETTERS.indexOf(map.cells.charAt(i)); };
    for (var i = 0; i < map.cells.length; i += stride) {
      var value = levels[at(i + stride - 2) * LETTERS.length + at(i + stride - 1)];
      for (var n = map.runs ? at(i) : 1; n > 0; n--) {
        found.push(value);
      }
    }
    return found;
  }

  /* The interval between edges that holds a place; -1 outside. */
  function interval(edges, place) {
    if (!(place >= edges[0] && place <= edges[edges.length - 1])) {
      return -1;
    }
    var low = 0;
    var high = edges.length - 2;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (edges[middle] <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  function value(map, x, y) {
    var column = interval(map.x, x);
    var row = interval(map.y, y);
    return column < 0 || row < 0 ? NaN : map.values[row * (map.x.length - 1) + column];
  }

  /* For each pixel of an edge of the picture the interval it lies in. */
  function intervals(edges, size, toPlace) {
    var found = [];
    for (var i = 0; i < size; i++) {
      found.push(interval(edges, toPlace(i + 0.5)));
    }
    return found;
  }

  /* For each row the first and the last column with a value, which reach to the rim of a sphere. */
  function rims(map) {
    var stride = map.x.length - 1;
    var found = [];
    for (var r = 0; r < map.y.length - 1; r++) {
      var row = map.values.slice(r * stride, (r + 1) * stride).map(function (value) { return value === value; });
      found.push([row.indexOf(true), row.lastIndexOf(true)]);
    }
    return found;
  }

  /* A canvas with the part of a heat map that a panel shows; toX and toY turn pixels into places. */
  function canvas(panel, width, height, toX, toY) {
    var map = panel.heat[0];
    var picture = document.createElement('canvas');
    picture.width = width;
    picture.height = height;
    var context = picture.getContext('2d');
    var image = context.createImageData(width, height);
    var columns = intervals(map.x, width, toX);
    var rows = intervals(map.y, height, toY);
    var stride = map.x.length - 1;
    var rim = panel.map ? rims(map) : null;
    function at(r, c) {
      var x = 2 * (c + 0.5) / width - 1;
      var y = 2 * (r + 0.5) / height - 1;
      return !rim ? columns[c] : x * x + y * y > 1 ? -1 : Math.max(rim[rows[r]][0], Math.min(rim[rows[r]][1], columns[c]));
    }
    for (var r = 0; r < height; r++) {
      for (var c = 0; c < width; c++) {
        var column = rows[r] < 0 || columns[c] < 0 ? -1 : at(r, c);
        var found = column < 0 ? null : rgb(panel.colors[0], map.values[rows[r] * stride + column]);
        if (found) {
          image.data.set([found[0], found[1], found[2], 255], 4 * (r * width + c));
        }
      }
    }
    context.putImageData(image, 0, 0);
    return picture;
  }

  /* The colors of a scale from the lowest at the bottom. */
  function bar(scale, width, height) {
    var picture = document.createElement('canvas');
    picture.width = width;
    picture.height = height;
    var context = picture.getContext('2d');
    for (var r = 0; r < height; r++) {
      var at = Math.round(255 * (1 - r / Math.max(1, height - 1)));
      context.fillStyle = 'rgb(' + tables[scale.diverging ? 'diverging' : 'sequential'][at].join(',') + ')';
      context.fillRect(0, r, width, 1);
    }
    return picture;
  }

  return { color: color, canvas: canvas, bar: bar, value: value, values: values };
})();
