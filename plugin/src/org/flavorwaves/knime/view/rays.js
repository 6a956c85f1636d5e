/* Wave number over place (above), amplitude over time (below) of all rays, with their events. */
(function () {
  var COLORS = ['#0b6fa4', '#c2342c', '#3a8f5c', '#8a3ea8', '#c98a1b', '#2aa7a7', '#5f6b73', '#d0607f'];
  var MARKS = { AVOIDED_CROSSING: 'diamond', EXCEPTIONAL_POINT: 'pin', TURNING: 'triangle', LOST: 'rect' };

  function axisName(symbol, unit) {
    return unit ? symbol + ' [' + unit + ']' : symbol;
  }

  function brief(x) {
    return Math.abs(x) >= 1e5 || (x !== 0 && Math.abs(x) < 1e-3) ? x.toExponential(4) : x.toPrecision(6);
  }

  function line(ray, grid, x, y) {
    return {
      name: 'ray ' + ray.number, type: 'line', xAxisIndex: grid, yAxisIndex: grid, showSymbol: ray.points.length < 3,
      symbolSize: 4, lineStyle: { width: 1.5 }, color: COLORS[ray.number % COLORS.length], animation: false,
      data: ray.points.map(function (p) {
        return { value: [p[x], !grid || p[y] > 0 ? p[y] : null], point: p };
      })
    };
  }

  function series(data) {
    var list = [];
    data.cells.forEach(function (ray) {
      list.push(line(ray, 0, 1, 2));
      list.push(line(ray, 1, 0, 5));
      list.push({
        name: 'ray ' + ray.number, type: 'scatter', xAxisIndex: 0, yAxisIndex: 0, symbolSize: 9, animation: false,
        color: COLORS[ray.number % COLORS.length],
        data: ray.events.map(function (e) {
          return { value: [e.z, e.kz], event: e, symbol: MARKS[e.kind] || 'circle' };
        })
      });
    });
    return list;
  }

  function hover(data, p) {
    if (p.data.event) {
      var e = p.data.event;
      return p.seriesName + ': ' + e.kind.toLowerCase().replace('_', ' ') + '<br>t = ' + brief(e.t) + ', z = '
        + brief(e.z) + ', kz = ' + brief(e.kz);
    }
    var at = p.data.point;
    return p.seriesName + '<br>' + axisName('t', data.timeUnit) + ' = ' + brief(at[0]) + ', z = ' + brief(at[1])
      + ', kz = ' + brief(at[2]) + '<br>Re Ω = ' + brief(at[3]) + ', Im Ω = ' + brief(at[4]) + '<br>|A| = '
      + brief(at[5]);
  }

  function options(data) {
    var axis = { nameLocation: 'middle', axisLine: { onZero: false }, splitLine: { lineStyle: { color: '#eceff1' } } };
    var z = axisName('z', data.lengthUnit);
    var t = axisName('t', data.timeUnit);
    return {
      grid: [{ left: 90, right: 30, top: 20, height: '42%' }, { left: 90, right: 30, top: '60%', bottom: 70 }],
      xAxis: [0, 1].map(function (i) {
        return Object.assign({ type: 'value', gridIndex: i, scale: true, name: i ? t : z, nameGap: 26 }, axis);
      }),
      yAxis: [
        Object.assign({ type: 'value', gridIndex: 0, scale: true, name: axisName('kz', data.waveUnit), nameGap: 66 },
          axis),
        Object.assign({ type: 'log', gridIndex: 1, name: '|A|', nameGap: 66,
          axisLabel: { formatter: function (value) { return brief(value).replace(/\.?0+$/, ''); } } }, axis)
      ],
      dataZoom: [{ type: 'inside', xAxisIndex: [1] }, { type: 'slider', xAxisIndex: [1], bottom: 8, height: 20 }],
      tooltip: { trigger: 'item', formatter: function (p) { return hover(data, p); } },
      series: series(data)
    };
  }

  function note(data) {
    var counts = {};
    data.cells.forEach(function (ray) {
      ray.events.forEach(function (e) {
        var kind = e.kind.toLowerCase().replace('_', ' ');
        counts[kind] = (counts[kind] || 0) + 1;
      });
    });
    var kinds = Object.keys(counts).map(function (kind) { return counts[kind] + ' ' + kind; });
    return (data.cells.length < data.all ? 'The first ' + data.cells.length + ' of ' + data.all + ' rays.'
      : data.all + (data.all === 1 ? ' ray.' : ' rays.')) + (kinds.length ? ' Events: ' + kinds.join(', ') + '.' : '');
  }

  showInitialData(function (data) {
    var chart = echarts.init(document.getElementById('chart'));
    chart.setOption(options(data), true);
    document.getElementById('note').textContent = note(data);
    window.addEventListener('resize', function () { chart.resize(); });
  }, 'there are no rays');
})();
