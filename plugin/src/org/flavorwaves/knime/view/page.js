/* The page around a figure: cells, legend, zoom, what is under the pointer, saving. */
(function () {
  var byId = function (id) { return document.getElementById(id); };
  var figure;
  var cell;
  var view;
  var drawing;
  var look = { log: {}, hidden: {}, view: {} };

  function isDark() {
    return !!window.matchMedia && window.matchMedia('(prefers-color-scheme: dark)').matches;
  }

  /* Numbers that are not finite come as texts. */
  function restore(panel) {
    panel.series.concat(panel.frames.length ? panel.frames[0].own : []).forEach(function (series) {
      ['x', 'y', 'values'].forEach(function (key) { series[key] = series[key].map(Number); });
    });
    panel.heat.forEach(function (map) { map.values = heat.values(map); });
    [panel.x, panel.y].concat(panel.frames.length ? [panel.frames[0].x, panel.frames[0].y] : []).forEach(function (axis) {
      axis.min = Number(axis.min);
      axis.max = Number(axis.max);
    });
  }

  /* Names of the legend, once each, with the series that shows how they are drawn. */
  function legendNames() {
    var known = {};
    cell.panels.forEach(function (panel) {
      panel.series.forEach(function (series) {
        if (series.name && !known[series.name]) {
          known[series.name] = series;
        }
      });
    });
    return known;
  }

  function columns(width) {
    return width >= 760 && cell.panels.length > 2 ? 2 : 1;
  }

  /* How the figure looks at a width and height. */
  function looks(width, height, dark) {
    return { width: width, height: height, dark: dark, columns: columns(width), log: look.log, hidden: look.hidden, view: look.view };
  }

  function render() {
    var frame = byId('frame');
    var rows = Math.ceil(cell.panels.length / columns(frame.clientWidth));
    frame.style.minHeight = Math.max(320, rows * 235) + 'px';
    frame.style.maxHeight = cell.panels.every(function (panel) { return panel.map; }) ? frame.clientWidth / 2 + 80 + 'px' : '';
    view.resize();
    drawing = chart.option(cell.panels, looks(frame.clientWidth, frame.clientHeight, isDark()));
    drawing.width = frame.clientWidth;
    drawing.height = frame.clientHeight;
    view.setOption(drawing.option, true);
    leave();
  }

  function showLegend() {
    var legend = byId('legend');
    var known = legendNames();
    legend.textContent = '';
    Object.keys(known).forEach(function (name) {
      var series = known[name];
      var button = document.createElement('button');
      var swatch = document.createElement('i');
      var shade = COLORS[isDark() ? 'dark' : 'light'][series.color];
      button.type = 'button';
      button.setAttribute('aria-pressed', String(!look.hidden[name]));
      swatch.className = series.kind === 'DASHED' ? 'dashed' : series.kind === 'POINTS' ? 'point' : series.kind === 'MARKS' ? 'mark' : '';
      swatch.style.borderColor = shade;
      swatch.style.background = swatch.className === 'dashed' ? 'repeating-linear-gradient(90deg,' + shade + ' 0 4px,transparent 4px 6px)'
        : swatch.className ? shade : '';
      button.appendChild(swatch);
      button.appendChild(document.createTextNode(numbers.sentence(name)));
      button.addEventListener('click', function () {
        look.hidden[name] = !look.hidden[name];
        button.setAttribute('aria-pressed', String(!look.hidden[name]));
        render();
      });
      legend.appendChild(button);
    });
  }

  /* Names of series with values that a logarithmic axis has no place for. */
  function hiddenByLog() {
    var names = {};
    cell.panels.forEach(function (panel, i) {
      panel.series.forEach(function (series) {
        if (chart.isLog(panel, i, look) && series.kind !== 'AREA' && series.y.some(function (y) { return y <= 0; })) {
          names[series.name || panel.y.quantity] = true;
        }
      });
    });
    return Object.keys(names);
  }

  function noteOf() {
    var parts = [];
    if (figure.cells.length < figure.all) {
      var first = figure.left.slice(0, 8).join(', ');
      parts.push('This page, which stays below 1 MB, has ' + figure.cells.length + ' of ' + figure.all + ' cells and leaves out '
        + first + (figure.all - figure.cells.length > 8 ? ' ...' : '') + '; the tables have all, and a node that gets fewer cells draws them.');
    }
    var shown = 0;
    var all = 0;
    cell.panels.forEach(function (panel) {
      panel.series.forEach(function (series) {
        shown += series.x.length;
        all += series.all;
      });
    });
    if (shown < all) {
      parts.push('Drawn: ' + shown + ' of ' + all + ' points, the lowest and highest of neighbors.');
    }
    var gone = hiddenByLog();
    if (gone.length) {
      parts.push('A logarithmic axis cannot show what is not positive of: ' + gone.join(', ') + '.');
    }
    return parts.join(' ');
  }

  function show(index) {
    cell = figure.cells[index];
    frameChooser(cell, again);
    again();
  }

  function again() {
    look = { log: {}, hidden: {}, view: {} };
    var empty = !cell.panels.length;
    byId('caption').textContent = numbers.sentence(cell.caption);
    byId('note').textContent = empty ? 'Nothing to show: ' + figure.nothing + '.' : noteOf();
    byId('chart').setAttribute('aria-label', figure.title + (cell.name ? ', cell ' + cell.name : '') + '. ' + numbers.sentence(cell.caption));
    ['frame', 'hint', 'table', 'tools'].forEach(function (id) { byId(id).hidden = empty; });
    byId('log').hidden = !cell.panels.some(chart.canSwitch);
    byId('log').setAttribute('aria-pressed', String(cell.panels.some(function (panel) { return chart.canSwitch(panel) && panel.y.log; })));
    byId('table').open = false;
    byId('legend').textContent = '';
    if (!empty) {
      view = view || echarts.init(byId('chart'));
      showLegend();
      render();
    }
  }

  /* Draws again when the window or a scroll bar changes the size. */
  function watchSize() {
    function again() {
      var frame = byId('frame');
      if (view && cell.panels.length && (frame.clientWidth !== drawing.width || frame.clientHeight !== drawing.height)) {
        render();
      }
    }
    window.addEventListener('resize', again);
    if (window.ResizeObserver) {
      new ResizeObserver(again).observe(byId('frame'));
    }
  }

  function toggleLog() {
    var pressed = byId('log').getAttribute('aria-pressed') !== 'true';
    byId('log').setAttribute('aria-pressed', String(pressed));
    cell.panels.forEach(function (panel, i) {
      if (chart.canSwitch(panel)) {
        look.log[i] = pressed;
        delete (look.view[i] || {}).y;
      }
    });
    byId('note').textContent = noteOf();
    render();
  }

  /* Looks at a part of an axis; panels with the same quantity to the right look at the same part. */
  function lookAt(index, key, ends) {
    cell.panels.forEach(function (panel, i) {
      if (i === index || (key === 'x' && panel.x.quantity === cell.panels[index].x.quantity && !panel.map)) {
        look.view[i] = look.view[i] || {};
        look.view[i][key] = ends;
      }
    });
  }

  function part(bounds, from, to) {
    var e = bounds.ends;
    return [from, to].map(function (at) {
      return bounds.log ? e[0] * Math.pow(e[1] / e[0], at) : e[0] + at * (e[1] - e[0]);
    });
  }

  function move(from, to, keys) {
    cell.panels.forEach(function (panel, i) {
      keys.forEach(function (key) {
        if (!panel.map) {
          lookAt(i, key, part(ends(i)[key], from, to));
        }
      });
    });
    render();
  }

  function reset() {
    look.view = {};
    render();
  }

  /* The ends of the axes of a panel as they are drawn. */
  function ends(index) {
    var box = drawing.boxes[index];
    var low = view.convertFromPixel({ gridIndex: index }, [box.x, box.y + box.height]);
    var high = view.convertFromPixel({ gridIndex: index }, [box.x + box.width, box.y]);
    return ['x', 'y'].reduce(function (found, key, i) {
      var bounds = drawing.ranges[index][key];
      found[key] = { log: bounds.log, ends: [low[i], high[i]].map(function (at) {
        return (bounds.log ? Math.pow(10, at) : at) * Math.pow(10, bounds.power);
      }) };
      return found;
    }, {});
  }

  function share(bounds, value) {
    var e = bounds.ends;
    return bounds.log ? Math.log(value / e[0]) / Math.log(e[1] / e[0]) : (value - e[0]) / (e[1] - e[0]);
  }

  function panelAt(x, y) {
    return drawing ? drawing.boxes.findIndex(function (box) {
      return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    }) : -1;
  }

  function leave() {
    byId('hover').hidden = byId('spot').hidden = true;
  }

  function nameOf(series, index) {
    var at = index;
    if (series.labels.length < series.x.length) {
      at = 0;
      for (var i = 0; i < index; i++) {
        at += series.x[i] !== series.x[i] || series.y[i] !== series.y[i] ? 1 : 0;
      }
    }
    return [numbers.sentence(series.labels[at] || ''), series.name].filter(Boolean).join(', ');
  }

  /* The point nearest to the pointer, at most 30 pixels away. */
  function nearest(index, x, y) {
    var box = drawing.boxes[index];
    var bounds = ends(index);
    var best = null;
    cell.panels[index].series.forEach(function (series) {
      if (look.hidden[series.name]) {
        return;
      }
      for (var i = 0; i < series.x.length; i++) {
        var px = box.x + box.width * share(bounds.x, series.x[i]);
        var py = box.y + box.height * (1 - share(bounds.y, series.y[i]));
        var distance = Math.hypot(px - x, py - y);
        if (distance <= (best ? best.distance : 30) && px >= box.x - 1 && px <= box.x + box.width + 1) {
          best = { distance: distance, series: series, index: i, x: px, y: py };
        }
      }
    });
    return best;
  }

  function words(axis, value) {
    return axis.quantity + ' = ' + numbers.quantity(value, axis.unit);
  }

  function hover(x, y) {
    var index = panelAt(x, y);
    var panel = cell.panels[index];
    var text = '';
    leave();
    if (!panel) {
      return;
    }
    var point = nearest(index, x, y);
    if (point) {
      var i = point.index;
      text = [nameOf(point.series, i), panel.map ? '' : words(panel.x, point.series.x[i]), panel.map ? '' : words(panel.y, point.series.y[i]),
        point.series.values.length ? words(panel.colors[0], point.series.values[i]) : ''].filter(Boolean).join('\n');
      byId('spot').hidden = false;
      byId('spot').style.left = point.x - 0.5 + 'px';
      byId('spot').style.top = point.y - 0.5 + 'px';
    } else if (panel.heat.length) {
      var bounds = ends(index);
      var box = drawing.boxes[index];
      var at = [part(bounds.x, (x - box.x) / box.width, 1)[0], part(bounds.y, 1 - (y - box.y) / box.height, 1)[0]];
      var value = heat.value(panel.heat[0], at[0], at[1]);
      text = value !== value ? '' : [words(panel.colors[0], value), panel.map ? '' : words(panel.x, at[0]), panel.map ? '' : words(panel.y, at[1])]
        .filter(Boolean).join('\n');
    }
    if (text) {
      var tip = byId('hover');
      tip.textContent = text;
      tip.hidden = false;
      tip.style.left = Math.max(4, Math.min(x + 14, byId('frame').clientWidth - tip.offsetWidth - 4)) + 'px';
      tip.style.top = Math.max(4, y + 14 + tip.offsetHeight > byId('frame').clientHeight ? y - tip.offsetHeight - 10 : y + 14) + 'px';
    }
  }

  function pointer() {
    var from = null;
    var area = byId('chart');
    function place(event) {
      var box = area.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    }
    function rectangle(to) {
      var box = drawing.boxes[from.panel];
      var clamp = function (v, low, size) { return Math.max(low, Math.min(low + size, v)); };
      var xs = [from.x, clamp(to.x, box.x, box.width)].sort(function (a, b) { return a - b; });
      var ys = [from.y, clamp(to.y, box.y, box.height)].sort(function (a, b) { return a - b; });
      return { xs: xs, ys: ys, box: box };
    }
    area.addEventListener('pointerdown', function (event) {
      var at = place(event);
      at.panel = panelAt(at.x, at.y);
      from = at.panel >= 0 && !cell.panels[at.panel].map && event.pointerType !== 'touch' ? at : null;
    });
    area.addEventListener('pointermove', function (event) {
      var at = place(event);
      if (!from) {
        hover(at.x, at.y);
        return;
      }
      var drag = byId('drag');
      var r = rectangle(at);
      drag.hidden = false;
      drag.style.left = r.xs[0] + 'px';
      drag.style.top = r.ys[0] + 'px';
      drag.style.width = r.xs[1] - r.xs[0] + 'px';
      drag.style.height = r.ys[1] - r.ys[0] + 'px';
    });
    window.addEventListener('pointerup', function (event) {
      if (!from) {
        return;
      }
      var r = rectangle(place(event));
      var bounds = ends(from.panel);
      byId('drag').hidden = true;
      if (r.xs[1] - r.xs[0] > 6) {
        lookAt(from.panel, 'x', part(bounds.x, (r.xs[0] - r.box.x) / r.box.width, (r.xs[1] - r.box.x) / r.box.width));
      }
      if (r.ys[1] - r.ys[0] > 6) {
        lookAt(from.panel, 'y', part(bounds.y, 1 - (r.ys[1] - r.box.y) / r.box.height, 1 - (r.ys[0] - r.box.y) / r.box.height));
      }
      if (r.xs[1] - r.xs[0] > 6 || r.ys[1] - r.ys[0] > 6) {
        render();
      }
      from = null;
    });
    area.addEventListener('pointerleave', leave);
    area.addEventListener('dblclick', reset);
    area.addEventListener('keydown', function (event) {
      var moves = { '+': [0.15, 0.85], '-': [-0.2, 1.2], ArrowLeft: [-0.2, 0.8], ArrowRight: [0.2, 1.2], ArrowDown: [-0.2, 0.8], ArrowUp: [0.2, 1.2] };
      if (event.key === '0' || event.key === 'Escape') {
        reset();
      } else if (moves[event.key]) {
        event.preventDefault();
        var keys = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? ['y'] : ['x'];
        move(moves[event.key][0], moves[event.key][1], keys);
      }
    });
  }

  askForData(function (data) {
    figure = data;
    figure.cells.forEach(function (each) { each.panels.forEach(restore); });
    cellChooser(figure, function () { return cell; }, show);
    show(0);
    byId('log').addEventListener('click', toggleLog);
    byId('in').addEventListener('click', function () { move(0.15, 0.85, ['x']); });
    byId('out').addEventListener('click', function () { move(-0.2, 1.2, ['x']); });
    byId('reset').addEventListener('click', reset);
    saving(function () { return { figure: figure, cell: cell, looks: looks, names: Object.keys(legendNames()) }; });
    pointer();
    watchSize();
    if (window.matchMedia) {
      window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () { show(figure.cells.indexOf(cell)); });
    }
  });
})();
