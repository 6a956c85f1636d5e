/* Turns a drawing, a list of panels, into an option of the chart library. A look says how:
   { width, height, dark, columns, hidden: names of series, log: {panel: bool}, view: {panel: {x: [], y: []}}, legend }. */
var chart = (function () {
  var BAR = 12;

  /* Room for a scale of colors with its ticks and name. */
  var BARS = 100;

  /* Least range of a linear axis as a share of its values, so that its ticks differ in few digits. */
  var LEAST = 1e-3;

  function theme(dark) {
    return dark ? { ground: '#1b2126', text: '#e6eaed', faint: '#a9b3ba', split: '#333c43', line: '#7f8a93' }
      : { ground: '#ffffff', text: '#1d252c', faint: '#55616a', split: '#e4e8eb', line: '#8a949c' };
  }

  function finite(x) {
    return typeof x === 'number' && x === x && Math.abs(x) !== Infinity;
  }

  /* Whether a panel's axis y is logarithmic, and whether it can be the other way. */
  function isLog(panel, index, look) {
    return look.log && look.log[index] !== undefined ? look.log[index] : panel.y.log;
  }

  function canSwitch(panel) {
    return !panel.heat.length && !panel.map && panel.series.every(function (s) {
      return s.kind === 'AREA' ? !panel.y.log : s.y.every(function (y) { return !(y < 0); });
    }) && panel.series.some(function (s) { return s.y.some(function (y) { return y > 0; }); });
  }

  function ends(panel, key, log, look) {
    var low = Infinity;
    var high = -Infinity;
    panel.heat.forEach(function (map) {
      low = map[key][0];
      high = map[key][map[key].length - 1];
    });
    panel.series.forEach(function (series) {
      if (look.hidden && look.hidden[series.name]) {
        return;
      }
      series[key].forEach(function (value) {
        if (finite(value) && (!log || value > 0)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      });
    });
    return [low, high];
  }

  /* Ends that there are: those of an axis without data, or of one value, are around it. */
  function spread(ends, log, fixed) {
    if (!(ends[0] <= ends[1])) {
      return log ? [0.1, 1] : [0, 1];
    }
    var least = LEAST * Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
    if (log || ends[1] - ends[0] >= least && ends[1] > ends[0]) {
      return ends;
    }
    var half = ends[1] - ends[0] > 1e-3 * least ? least / 2 : Math.abs(ends[0]) / 2 || 0.5;
    var middle = (ends[0] + ends[1]) / 2;
    return [fixed[0] ? ends[0] : middle - half, fixed[1] ? ends[1] : fixed[0] ? ends[0] + 2 * half : middle + half];
  }

  /* Ends that are not fixed, moved out to whole decades. */
  function decades(full, fixed) {
    return full.map(function (value, end) {
      var power = Math.log(value) / Math.LN10;
      return fixed[end] ? value : Math.pow(10, end ? Math.ceil(power - 1e-6) : Math.floor(power + 1e-6));
    });
  }

  function bound(log, ends, fixed) {
    if (log && !(ends[1] > ends[0])) {
      return bound(log, [ends[0] / 10, ends[0] * 10], fixed);
    }
    var narrow = !log || ends[1] < 9.9 * ends[0];
    return { log: log, ends: ends, fixed: fixed, narrow: narrow, power: narrow ? numbers.exponent(ends[0], ends[1]) : 0 };
  }

  /* Panels with the same quantity to the right have the same range there. */
  function linkedEnds(panels, panel, log, look) {
    return panels.filter(function (other) {
      return other === panel || (!panel.map && other.x.quantity === panel.x.quantity);
    }).map(function (other) { return ends(other, 'x', log, look); }).reduce(function (a, b) {
      return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
    });
  }

  /* Whether points need room at the sides of a panel, or of one with the same quantity to the right. */
  function isDotted(panels, panel) {
    return panels.some(function (other) {
      return (other === panel || !panel.map && other.x.quantity === panel.x.quantity) && hasPoints(other);
    });
  }

  function hasPoints(panel) {
    return panel.series.some(function (series) { return series.kind === 'POINTS' || series.kind === 'MARKS'; });
  }

  /* The range of an axis: what is looked at, what the figure asks for, or what the data need. */
  function range(panels, index, key, look) {
    var panel = panels[index];
    var axis = panel[key];
    var log = key === 'y' ? isLog(panel, index, look) : axis.log;
    var data = key === 'x' ? linkedEnds(panels, panel, log, look) : ends(panel, key, log, look);
    if (log && data[1] > 0) {
      data[0] = Math.max(data[0], data[1] * 1e-12);
    }
    var fixed = [finite(axis.min) && (!log || axis.min > 0), finite(axis.max) && (!log || axis.max > 0)];
    var known = [fixed[0] ? axis.min : data[0], fixed[1] ? axis.max : data[1]];
    var full = spread(known, log, fixed);
    if (full !== known && !log) {
      fixed = [true, true];
    }
    if (!log && key === 'x') {
      var room = isDotted(panels, panel) ? 0.02 * (full[1] - full[0]) : 0;
      full = [fixed[0] ? full[0] : full[0] - room, fixed[1] ? full[1] : full[1] + room];
      fixed = [true, true];
    }
    var view = look.view && look.view[index] && look.view[index][key];
    if (log && !view) {
      full = decades(full, fixed);
    }
    return bound(log, view || full, log || view ? [true, true] : fixed);
  }

  /* The rectangles of the panels in pixels. */
  function rectangles(panels, look) {
    var columns = look.columns;
    var rows = Math.ceil(panels.length / columns);
    var alone = panels.length % columns;
    var bottom = look.legend ? look.legendHeight : 0;
    var width = look.width / columns;
    var height = (look.height - bottom) / rows;
    var bars = panels.some(function (panel) { return panel.colors.length; });
    return panels.map(function (panel, i) {
      var box = { x: (i % columns) * width + (panel.map ? 12 : 66), y: Math.floor(i / columns) * height + (panel.title ? 28 : 20) + (panel.map ? 20 : 0) };
      box.width = (alone && i === panels.length - 1 ? look.width : width * (1 + i % columns)) - box.x - (bars ? BARS : 18);
      box.height = Math.floor(i / columns) * height + height - box.y - (panel.map ? 26 : 46);
      if (panel.map) {
        var aspect = (panel.y.max - panel.y.min) / (panel.x.max - panel.x.min);
        var fit = Math.min(box.width, box.height / aspect);
        box.x += (box.width - fit) / 2;
        box.width = fit;
        box.height = fit * aspect;
      }
      return box;
    });
  }

  /* Whether the end of an axis deserves a label: a number that ticks, between which the library has so many steps,
     can have. */
  function round(x, bounds, steps) {
    var span = place(bounds.ends[1], bounds) - place(bounds.ends[0], bounds);
    var unit = bounds.log ? 1 : nice(span / steps);
    return bounds.log && bounds.narrow || Math.abs(x / unit - Math.round(x / unit)) < 1e-6;
  }

  /* The round step that the library takes for a rough one. */
  function nice(rough) {
    var power = Math.pow(10, Math.floor(Math.log(rough) / Math.LN10));
    var f = rough / power;
    return power * (f < 1.5 ? 1 : f < 2.5 ? 2 : f < 4 ? 3 : f < 7 ? 5 : 10);
  }

  /* Whether all values along an axis are whole numbers, so that ticks between them mean nothing. */
  function isWhole(panel, key) {
    return panel[key].unit === '1' && panel.series.length > 0 && panel.series.every(function (series) {
      return series[key].every(function (value) { return !finite(value) || value % 1 === 0; });
    });
  }

  /* What is drawn of a value: how many of the power of ten that the axis names, or the logarithm of that. The
     library's own logarithmic axis fails below 1e-10. */
  function place(value, bounds) {
    var number = value / Math.pow(10, bounds.power);
    return bounds.log ? Math.log(number) / Math.LN10 : number;
  }

  function ticks(bounds, length, apart) {
    var many = Math.max(2, Math.round(length / apart));
    if (!bounds.log) {
      return { splitNumber: many, label: numbers.tick };
    }
    var span = place(bounds.ends[1], bounds) - place(bounds.ends[0], bounds);
    return { interval: bounds.narrow ? span / 3 : Math.max(1, Math.ceil(span / many - 1e-6)), label: numbers.logTick };
  }

  function axis(panel, key, bounds, grid, look, box) {
    var colors = theme(look.dark);
    var vertical = key === 'y';
    var marks = ticks(bounds, vertical ? box.height : box.width, vertical ? 45 : 90);
    var option = {
      type: 'value', gridIndex: grid, show: !panel.map, scale: true, minInterval: !bounds.log && panel.series && isWhole(panel, key) ? 1 : 0, splitNumber: marks.splitNumber, interval: marks.interval,
      name: numbers.axisName(panel[key], bounds.power), nameLocation: 'middle', nameGap: vertical ? 48 : 26,
      nameTextStyle: { color: colors.text, fontSize: 12.5, overflow: 'truncate', width: vertical ? box.height + 30 : box.width + 40 },
      axisLine: { show: true, onZero: false, lineStyle: { color: colors.line } },
      axisTick: { show: true, lineStyle: { color: colors.line } },
      splitLine: { show: !panel.heat.length, lineStyle: { color: colors.split } },
      axisLabel: { color: colors.faint, hideOverlap: true, formatter: marks.label }
    };
    [['min', 'showMinLabel'], ['max', 'showMaxLabel']].forEach(function (names, end) {
      if (bounds.fixed[end]) {
        option[names[0]] = place(bounds.ends[end], bounds);
        option.axisLabel[names[1]] = round(option[names[0]], bounds, marks.splitNumber);
      }
    });
    return option;
  }

  /* Whether a label above a value would lie on the title of its panel. */
  function isHigh(y, bounds) {
    return place(y, bounds) > place(bounds.ends[0], bounds) + 0.92 * (place(bounds.ends[1], bounds) - place(bounds.ends[0], bounds));
  }

  function data(series, bounds, panel, colors) {
    return series.x.map(function (x, i) {
      var y = series.y[i];
      var ok = finite(x) && finite(y) && !(bounds.y.log && y <= 0) && !(bounds.x.log && x <= 0);
      var item = { value: ok ? [place(x, bounds.x), place(y, bounds.y)] : [NaN, NaN] };
      if (series.values.length) {
        item.itemStyle = { color: heat.color(panel.colors[0], series.values[i]), borderColor: colors.line, borderWidth: 0.6 };
      } else if (series.kind !== 'POINTS' && series.kind !== 'MARKS' && ok && !finite(series.y[i - 1]) && !finite(series.y[i + 1])) {
        item.symbol = 'circle';
        item.symbolSize = 4;
      }
      if (series.kind === 'MARKS') {
        item.label = { show: true, formatter: numbers.sentence(series.labels[i] || ''), offset: [0, panel.map ? 0 : isHigh(y, bounds.y) && panel.title ? 9 : -9],
          position: panel.map ? y > 0 ? 'top' : 'bottom' : (x - bounds.x.ends[0]) > 0.6 * (bounds.x.ends[1] - bounds.x.ends[0]) ? 'left' : 'right' };
      }
      return item;
    });
  }

  function drawn(series, grid, bounds, panel, look, z) {
    var colors = theme(look.dark);
    var color = COLORS[look.dark ? 'dark' : 'light'][series.color];
    var points = series.kind === 'POINTS' || series.kind === 'MARKS';
    var option = {
      type: points ? 'scatter' : 'line', name: series.name, xAxisIndex: grid, yAxisIndex: grid, z: 3 + 0.01 * z, color: color,
      data: data(series, bounds, panel, colors), animation: false, silent: true, clip: true
    };
    if (points) {
      option.symbol = series.kind === 'MARKS' ? 'diamond' : 'circle';
      option.symbolSize = series.kind === 'MARKS' ? 11 : series.x.length > 1500 ? 3.5 : series.x.length > 200 ? 5 : 7;
      option.label = { color: colors.text, fontSize: 12, textBorderColor: colors.ground, textBorderWidth: 3 };
      option.labelLayout = { hideOverlap: true };
      option.itemStyle = series.kind === 'MARKS' ? { opacity: 1, borderColor: colors.ground, borderWidth: 1 }
        : { opacity: series.values.length ? 1 : 0.85 };
    } else {
      option.symbol = 'none';
      option.lineStyle = { width: series.kind === 'THIN' ? 1 : 1.8, type: series.kind === 'DASHED' ? 'dashed' : 'solid' };
      if (series.kind === 'AREA') {
        option.areaStyle = { opacity: 0.25, origin: bounds.y.log ? 'start' : 0 };
      }
    }
    return option;
  }

  function bar(scale, look, height) {
    var ends = bound(scale.log, [scale.min, scale.max], [true, true]);
    var panel = { y: scale, heat: [1] };
    return {
      x: { type: 'value', show: false, min: 0, max: 1 },
      y: Object.assign(axis(panel, 'y', ends, 0, look, { height: height }), { position: 'right', nameGap: 46 })
    };
  }

  function picture(canvas, box, z) {
    return { type: 'image', silent: true, z: z, style: { image: canvas, x: box.x, y: box.y, width: box.width, height: box.height } };
  }

  function heatPicture(panel, box, bounds) {
    var width = Math.max(1, Math.round(box.width));
    var height = Math.max(1, Math.round(box.height));
    function toPlace(size, bound, up) {
      return function (pixel) {
        var part = up ? 1 - pixel / size : pixel / size;
        var e = bound.ends;
        return bound.log ? e[0] * Math.pow(e[1] / e[0], part) : e[0] + part * (e[1] - e[0]);
      };
    }
    return picture(heat.canvas(panel, width, height, toPlace(width, bounds.x, false), toPlace(height, bounds.y, true)), box, 1);
  }

  /* The option, with the rectangles and ranges of the panels for those who ask for places. */
  function option(panels, look) {
    var boxes = rectangles(panels, look);
    var colors = theme(look.dark);
    var result = { backgroundColor: colors.ground, textStyle: { fontFamily: 'Roboto, Arial, Helvetica, sans-serif' }, animation: false,
      aria: { enabled: false }, grid: [], xAxis: [], yAxis: [], series: [], title: [], graphic: [] };
    var ranges = panels.map(function (panel, i) {
      return { x: range(panels, i, 'x', look), y: range(panels, i, 'y', look) };
    });
    panels.forEach(function (panel, i) {
      result.grid.push({ left: boxes[i].x, top: boxes[i].y, width: boxes[i].width, height: boxes[i].height });
      result.xAxis.push(axis(panel, 'x', ranges[i].x, i, look, boxes[i]));
      result.yAxis.push(axis(panel, 'y', ranges[i].y, i, look, boxes[i]));
      if (panel.title) {
        result.title.push({ text: numbers.sentence(panel.title), left: boxes[i].x, top: boxes[i].y - (panel.map ? 42 : 22), textStyle: { fontSize: 13, color: colors.text, fontWeight: 500,
          width: boxes[i].width + 60, overflow: 'truncate' } });
      }
      if (panel.heat.length) {
        result.graphic.push(heatPicture(panel, boxes[i], ranges[i]));
      }
      panel.series.forEach(function (series, s) {
        if (!(look.hidden && look.hidden[series.name])) {
          result.series.push(drawn(series, i, ranges[i], panel, look, s));
        }
      });
    });
    panels.forEach(function (panel, i) {
      if (panel.colors.length) {
        var grid = result.grid.length;
        var box = { x: boxes[i].x + boxes[i].width + 14, y: boxes[i].y, width: BAR, height: boxes[i].height };
        var axes = bar(panel.colors[0], look, boxes[i].height);
        axes.x.gridIndex = axes.y.gridIndex = grid;
        result.grid.push({ left: box.x, top: box.y, width: box.width, height: box.height });
        result.xAxis.push(axes.x);
        result.yAxis.push(axes.y);
        result.graphic.push(picture(heat.bar(panel.colors[0], BAR, Math.max(1, Math.round(box.height))), box, 1));
      }
    });
    if (look.legend) {
      result.legend = { bottom: 4, left: 'center', data: look.legend, icon: 'roundRect', itemWidth: 16, itemHeight: 4,
        textStyle: { color: colors.text }, width: look.width - 40 };
    }
    return { option: result, boxes: boxes, ranges: ranges };
  }

  return { option: option, canSwitch: canSwitch, isLog: isLog, theme: theme };
})();
