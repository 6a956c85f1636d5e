/* J0 (above), rate of rotation or smallest field (below) over the quantity that changes along the path. */
(function () {
  var COLORS = ['#0b6fa4', '#3a8f5c', '#c2342c', '#8a3ea8'];
  var MARKS = { fold: 'diamond', bifurcation: 'triangle', 'zero field': 'pin', 'spectral split': 'rect' };
  var DECADES = 30;

  function axisName(symbol, unit) {
    return unit ? symbol + ' [' + unit + ']' : symbol;
  }

  function brief(x) {
    return Math.abs(x) >= 1e5 || (x !== 0 && Math.abs(x) < 1e-3) ? x.toExponential(4) : x.toPrecision(6);
  }

  function changes(points, key) {
    return points.some(function (p) { return p[key] !== points[0][key]; });
  }

  function abscissa(data, cell) {
    if (changes(cell.points, 'lambda')) {
      return { key: 'lambda', name: axisName('Matter potential λ', data.potentialUnit) };
    }
    return { key: 'q', name: 'Self-interaction factor q' };
  }

  function logarithmic(points, key) {
    var values = points.map(function (p) { return p[key]; });
    var least = Math.min.apply(null, values);
    return least > 0 && Math.max.apply(null, values) > DECADES * least;
  }

  function line(name, grid, color, points, key, value) {
    return {
      name: name, type: 'line', xAxisIndex: grid, yAxisIndex: grid, showSymbol: points.length < 60, symbolSize: 4,
      data: points.map(function (p) { return [p[key], value(p)]; }), lineStyle: { width: 1.5 }, color: color,
      animation: false
    };
  }

  function series(cell, key, rotates) {
    var list = ['x', 'y', 'z'].map(function (axis, a) {
      return line('J0' + axis, 0, COLORS[a], cell.points, key, function (p) { return p['j' + axis]; });
    });
    list.push(line(rotates ? 'Ω' : 'smallest |H|', 1, COLORS[3], cell.points, key,
      function (p) { return rotates ? p.omega : p.field; }));
    list.push({
      name: 'events', type: 'scatter', xAxisIndex: 0, yAxisIndex: 0, color: '#1d252c', symbolSize: 11,
      data: cell.events.map(function (e) {
        return { value: [e[key], e.jz], name: e.label, symbol: MARKS[e.label] || 'circle' };
      }),
      animation: false
    });
    return list;
  }

  function options(data, cell) {
    var axis = { nameLocation: 'middle', axisLine: { onZero: false }, splitLine: { lineStyle: { color: '#eceff1' } } };
    var x = abscissa(data, cell);
    var rotates = cell.points.some(function (p) { return p.omega !== 0; });
    return {
      legend: { top: 0, icon: 'roundRect' },
      grid: [{ left: 90, right: 30, top: 40, height: '42%' }, { left: 90, right: 30, top: '58%', bottom: 70 }],
      xAxis: [0, 1].map(function (i) {
        return Object.assign({ type: logarithmic(cell.points, x.key) ? 'log' : 'value', gridIndex: i, scale: true,
          name: i ? x.name : '', nameGap: 26 }, axis);
      }),
      yAxis: [
        Object.assign({ type: 'value', gridIndex: 0, scale: true, name: axisName('J0', data.potentialUnit),
          nameGap: 66 }, axis),
        Object.assign({ type: 'value', gridIndex: 1, scale: true, nameGap: 66,
          name: rotates ? axisName('Ω', data.rateUnit) : axisName('smallest |H|', data.potentialUnit) }, axis)
      ],
      dataZoom: [{ type: 'inside', xAxisIndex: [0, 1] }, { type: 'slider', xAxisIndex: [0, 1], bottom: 8, height: 20 }],
      tooltip: {
        trigger: 'item',
        formatter: function (p) {
          return (p.seriesName === 'events' ? p.name : p.seriesName + ' = ' + brief(p.value[1])) + '<br>' + x.name
            + ': ' + brief(p.value[0]);
        }
      },
      series: series(cell, x.key, rotates)
    };
  }

  function note(cell) {
    var text = cell.points.length + ' points.';
    if (changes(cell.points, 'lambda') && changes(cell.points, 'q')) {
      text += ' Matter potential and self-interaction both change; shown over the matter potential.';
    }
    return cell.events.length ? text + ' Events: ' + cell.events.map(function (e) { return e.label; }).join(', ') + '.'
      : text;
  }

  showInitialData(function (data) {
    var chart = echarts.init(document.getElementById('chart'));
    var choice = document.getElementById('cell');
    data.cells.forEach(function (cell, i) {
      choice.add(new Option(cell.name, i));
    });
    choice.hidden = document.getElementById('cell-label').hidden = data.cells.length < 2;
    function show() {
      var cell = data.cells[choice.value || 0];
      chart.setOption(options(data, cell), true);
      document.getElementById('note').textContent = note(cell);
    }
    choice.addEventListener('change', show);
    window.addEventListener('resize', function () { chart.resize(); });
    show();
  }, 'the path has no points');
})();
