/* Saves a figure as SVG, PNG or CSV and shows its data as a table; "current" says which figure. */
function saving(current) {
  var byId = function (id) { return document.getElementById(id); };
  var WIDTH = 720;

  function download(name, url) {
    var link = document.createElement('a');
    link.href = url;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  function fileName(end) {
    var now = current();
    return (now.figure.title + (now.cell.name ? ' ' + now.cell.name : '')).toLowerCase().replace(/[^a-z0-9]+/g, '-') + end;
  }

  /* The figure on white ground with its legend, in a chart of its own. */
  function drawn(renderer, use) {
    var now = current();
    var height = 60 + 260 * now.cell.panels.length;
    var place = document.createElement('div');
    place.style.cssText = 'position:absolute;left:-9999px;width:' + WIDTH + 'px;height:' + height + 'px';
    document.body.appendChild(place);
    var view = echarts.init(place, null, { renderer: renderer, width: WIDTH, height: height });
    var look = now.looks(WIDTH, height, false);
    look.columns = 1;
    look.legend = now.names.filter(function (name) { return !look.hidden[name]; });
    look.legendHeight = 30 + 20 * Math.floor(look.legend.join('    ').length / 80);
    view.setOption(chart.option(now.cell.panels, look).option);
    var url = use(view);
    view.dispose();
    place.remove();
    return url;
  }

  /* The library counts names over all its charts; here they are counted in each figure, so that the same figure has the
     same bytes. */
  function numbered(text) {
    var names = {};
    var count = 0;
    return text.replace(/\bzr\d+-[\w-]+/g, function (name) {
      names[name] = names[name] || 'f' + count++;
      return names[name];
    });
  }

  function svg() {
    return drawn('svg', function (view) { return numbered(view.renderToSVGString()); });
  }

  function png() {
    return drawn('canvas', function (view) { return view.getDataURL({ type: 'png', pixelRatio: 3, backgroundColor: '#ffffff' }); });
  }

  /* The data, one row a point: where it is drawn, its name, x, y and the value of its color. */
  function rows() {
    var list = [];
    current().cell.panels.forEach(function (panel, p) {
      var head = function (axis) { return axis.quantity + (axis.unit && axis.unit !== '1' ? ' [' + axis.unit + ']' : ''); };
      var place = [p + 1, head(panel.x), head(panel.y)];
      var color = panel.colors.length ? head(panel.colors[0]) : '';
      panel.heat.forEach(function (map) {
        var n = map.x.length - 1;
        map.values.forEach(function (value, i) {
          var c = i % n;
          var r = Math.floor(i / n);
          list.push(place.concat([color, '', '', (map.x[c] + map.x[c + 1]) / 2, (map.y[r] + map.y[r + 1]) / 2, value]));
        });
      });
      panel.series.forEach(function (series) {
        var piece = 0;
        series.x.forEach(function (x, i) {
          if (x !== x || series.y[i] !== series.y[i]) {
            piece++;
            return;
          }
          var label = series.labels[series.labels.length < series.x.length ? piece : i] || '';
          list.push(place.concat([color, series.name, label, x, series.y[i], series.values.length ? series.values[i] : '']));
        });
      });
    });
    return list;
  }

  var HEAD = ['panel', 'x_quantity', 'y_quantity', 'value_quantity', 'series', 'label', 'x', 'y', 'value'];

  function csv() {
    return [HEAD].concat(rows()).map(function (row) {
      return row.map(function (field) {
        var text = field !== field ? '' : String(field);
        return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
      }).join(',');
    }).join('\n') + '\n';
  }

  function url(type, text) {
    return 'data:' + type + ';charset=utf-8,' + encodeURIComponent(text);
  }

  function table() {
    var all = rows();
    var shown = all.slice(0, 500);
    var place = byId('table').querySelector('div');
    var element = document.createElement('table');
    [HEAD].concat(shown).forEach(function (row, r) {
      var line = element.insertRow();
      row.forEach(function (field) {
        var item = document.createElement(r ? 'td' : 'th');
        item.textContent = typeof field === 'number' && field % 1 ? numbers.number(field, 6) : field;
        line.appendChild(item);
      });
    });
    place.textContent = shown.length < all.length ? 'The first ' + shown.length + ' of ' + all.length + ' rows; Data saves all.' : '';
    place.appendChild(element);
  }

  byId('save-svg').addEventListener('click', function () { download(fileName('.svg'), url('image/svg+xml', svg())); });
  byId('save-png').addEventListener('click', function () { download(fileName('.png'), png()); });
  byId('save-csv').addEventListener('click', function () { download(fileName('.csv'), url('text/csv', csv())); });
  byId('table').addEventListener('toggle', function () {
    if (byId('table').open) {
      table();
    }
  });
  window.flavorwaves = { svg: svg, png: png, csv: csv };
}
