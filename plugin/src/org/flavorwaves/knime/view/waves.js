/* Action or power of every wave (above, logarithmic), relative length of the polarization vectors (below) over time. */
(function () {
  var COLORS = ['#0b6fa4', '#c2342c', '#3a8f5c', '#8a3ea8', '#c98a1b', '#2aa7a7', '#5f6b73', '#d0607f'];

  function axisName(symbol, unit) {
    return unit ? symbol + ' [' + unit + ']' : symbol;
  }

  function brief(x) {
    return Math.abs(x) >= 1e5 || (x !== 0 && Math.abs(x) < 1e-3) ? x.toExponential(4) : x.toPrecision(6);
  }

  function series(cell) {
    var list = [];
    [cell.waves, cell.lengths].forEach(function (curves, grid) {
      curves.forEach(function (curve, i) {
        list.push({
          name: (grid ? 'mode ' : 'n = ') + curve.number, type: 'line', xAxisIndex: grid, yAxisIndex: grid,
          data: curve.t.map(function (t, j) {
            return [t, grid || curve.value[j] > 0 ? curve.value[j] : null];
          }),
          showSymbol: curve.t.length < 3, symbolSize: 4, lineStyle: { width: 1.5 }, color: COLORS[i % COLORS.length],
          animation: false
        });
      });
    });
    return list;
  }

  function options(data, cell) {
    var axis = { nameLocation: 'middle', axisLine: { onZero: false }, splitLine: { lineStyle: { color: '#eceff1' } } };
    var small = function (value) { return value.toExponential(0); };
    var t = axisName('t', data.timeUnit);
    return {
      legend: { top: 0, type: 'scroll', icon: 'roundRect',
        data: cell.waves.map(function (curve) { return 'n = ' + curve.number; }) },
      grid: [{ left: 90, right: 30, top: 40, height: '38%' }, { left: 90, right: 30, top: '52%', bottom: 70 }],
      xAxis: [0, 1].map(function (i) {
        return Object.assign({ type: 'value', gridIndex: i, scale: true, name: i ? t : '', nameGap: 26 }, axis);
      }),
      yAxis: [
        Object.assign({ type: 'log', gridIndex: 0, name: data.quantity, nameGap: 66,
          axisLabel: { formatter: small } }, axis),
        Object.assign({ type: 'value', gridIndex: 1, scale: true, name: '|P| / |P(0)|', nameGap: 66 }, axis)
      ],
      dataZoom: [{ type: 'inside', xAxisIndex: [0, 1] }, { type: 'slider', xAxisIndex: [0, 1], bottom: 8, height: 20 }],
      tooltip: {
        trigger: 'item',
        formatter: function (p) {
          return p.seriesName + '<br>t = ' + brief(p.value[0]) + (data.timeUnit ? ' ' + data.timeUnit : '') + '<br>'
            + (p.seriesIndex < cell.waves.length ? data.quantity + ' = ' : '|P| / |P(0)| = ') + brief(p.value[1]);
        }
      },
      series: series(cell)
    };
  }

  function note(data, cell) {
    var text = cell.waves.length ? data.quantity + ' of each wave (above); box averages (below).'
      : 'There are no waves.';
    if (cell.lengths.length < cell.modes) {
      text += ' Shown: the ' + cell.lengths.length + ' of ' + cell.modes + ' modes that change most.';
    }
    return text;
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
      document.getElementById('note').textContent = note(data, cell);
    }
    choice.addEventListener('change', show);
    window.addEventListener('resize', function () { chart.resize(); });
    show();
  }, 'the table is empty');
})();
