/* Growth rate (above) and frequency (below) of every band over the wave number, with a common zoom; maxima of the
   growth, where the data have them, are marked. */
(function () {
  var COLORS = {
    'unstable': '#c2342c', 'damped': '#0b6fa4', 'Landau-damped': '#0b6fa4', 'stable': '#5f6b73', 'real': '#5f6b73',
    'trivial': '#c9d0d5', 'defective': '#8a3ea8',
    'fast': '#c2342c', 'slow': '#d98200', 'collisional': '#8a3ea8'
  };
  var GROWING = ['unstable', 'fast', 'slow', 'collisional'];

  function grows(kind) {
    return GROWING.indexOf(kind) >= 0;
  }

  function axisName(symbol, unit) {
    return unit ? symbol + ' [' + unit + ']' : symbol;
  }

  /* A band is cut where its kind changes, so that every piece has one color; neighbouring pieces share a point. */
  function pieces(band, part) {
    var list = [];
    var from = 0;
    for (var i = 1; i <= band.k.length; i++) {
      if (i === band.k.length || band.kind[i] !== band.kind[from]) {
        var points = [];
        for (var j = from; j < Math.min(i + 1, band.k.length); j++) {
          points.push([band.k[j], band[part][j], band.number, band.kind[j]]);
        }
        list.push({ kind: band.kind[from], points: points });
        from = i;
      }
    }
    return list;
  }

  /* The light cone, |ω + shift| = c |k + shift|, under the frequencies. */
  function cone(cell, rateUnit) {
    if (!cell.shift || !cell.shift.length) {
      return [];
    }
    var c = rateUnit ? 2.99792458e10 : 1;
    var k = cell.shown.reduce(function (all, band) { return all.concat(band.k); }, []);
    var ends = [Math.min.apply(null, k), Math.max.apply(null, k)];
    return [-1, 1].map(function (side) {
      return {
        name: 'light cone', type: 'line', xAxisIndex: 1, yAxisIndex: 1, showSymbol: false, silent: true, z: 0,
        lineStyle: { width: 1, type: 'dashed' }, color: '#9aa5ab', animation: false,
        data: ends.map(function (x) { return [x, side * c * (x + cell.shift[0]) - cell.shift[1], null, 'light cone']; })
      };
    });
  }

  /* Both frames in the name of an axis. */
  function framed(symbol, shift) {
    return shift === undefined ? symbol
      : symbol + ' physical (shifted: ' + symbol + (shift < 0 ? ' - ' : ' + ') + brief(Math.abs(shift)) + ')';
  }

  function series(data, cell) {
    var list = [];
    ['im', 're'].forEach(function (part, grid) {
      cell.shown.forEach(function (band) {
        pieces(band, part).forEach(function (piece) {
          list.push({
            name: piece.kind, type: 'line', xAxisIndex: grid, yAxisIndex: grid, data: piece.points,
            showSymbol: piece.points.length < 3, symbolSize: 5, lineStyle: { width: grows(piece.kind) ? 2 : 1 },
            color: COLORS[piece.kind] || '#5f6b73', z: grows(piece.kind) ? 3 : piece.kind === 'trivial' ? 1 : 2,
            animation: false
          });
        });
      });
    });
    cone(cell, data.rateUnit).forEach(function (edge) { list.push(edge); });
    (cell.maxima || []).forEach(function (top) {
      list.push({
        name: 'maximum', type: 'scatter', symbol: 'triangle', symbolSize: 11, symbolOffset: [0, -7], z: 4,
        color: '#1d252c', data: [[top.k, top.im, null, top.kind + (top.atEdge ? ', at the edge of the range' : '')]],
        animation: false
      });
    });
    return list;
  }

  function brief(x) {
    return Math.abs(x) >= 1e5 || (x !== 0 && Math.abs(x) < 1e-3) ? x.toExponential(4) : x.toPrecision(6);
  }

  function quantity(x, unit) {
    return unit ? brief(x) + ' ' + unit : brief(x);
  }

  /* Ends of the frequencies: an axis of its own for values that differ by rounding alone would show nothing else. */
  function frequencyEnds(cell) {
    var largest = function (part) {
      return cell.shown.reduce(function (most, band) {
        return band[part].reduce(function (m, value) { return Math.max(m, Math.abs(value)); }, most);
      }, 0);
    };
    var scale = largest('im');
    return largest('re') < 1e-9 * scale ? { min: -scale, max: scale } : {};
  }

  function options(data, cell) {
    var axis = { nameLocation: 'middle', axisLine: { onZero: false }, splitLine: { lineStyle: { color: '#eceff1' } } };
    var growth = axisName('Im ω', data.rateUnit);
    var shift = cell.shift || [];
    var frequency = axisName(framed('Re ω', shift[1]), data.rateUnit);
    var k = axisName(framed('k', shift[0]), data.waveNumberUnit);
    var number = function (value) { return Math.abs(value) >= 1e5 ? value.toExponential(1) : String(value); };
    return {
      legend: { top: 0, icon: 'roundRect' },
      grid: [{ left: 90, right: 30, top: 40, height: '38%' }, { left: 90, right: 30, top: '52%', bottom: 70 }],
      xAxis: [0, 1].map(function (i) {
        return Object.assign({ type: 'value', gridIndex: i, scale: true, name: i ? k : '', nameGap: 26 }, axis);
      }),
      yAxis: [growth, frequency].map(function (name, i) {
        return Object.assign({ type: 'value', gridIndex: i, scale: true, name: name, nameGap: 66,
          axisLabel: { formatter: number } }, axis, i ? frequencyEnds(cell) : {});
      }),
      dataZoom: [{ type: 'inside', xAxisIndex: [0, 1] }, { type: 'slider', xAxisIndex: [0, 1], bottom: 8, height: 20 }],
      tooltip: {
        trigger: 'item',
        formatter: function (p) {
          return (p.value[2] === null ? 'maximum' : 'band ' + p.value[2]) + ', ' + p.value[3] + '<br>k = ' + quantity(p.value[0], data.waveNumberUnit)
            + '<br>' + (p.seriesIndex < cell.pieces || p.value[2] === null ? 'Im ω = ' : 'Re ω = ') + quantity(p.value[1], data.rateUnit);
        }
      },
      series: series(data, cell)
    };
  }

  function fastest(data, cell) {
    var best = null;
    if (cell.maxima && cell.maxima.length) {
      return 'Fastest growth: ' + quantity(cell.maxima[0].im, data.rateUnit) + ' at k = '
        + quantity(cell.maxima[0].k, data.waveNumberUnit) + ' (' + cell.maxima[0].kind + '); ' + cell.bands
        + (cell.bands === 1 ? ' branch' : ' branches') + ', ' + cell.maxima.length
        + (cell.maxima.length === 1 ? ' maximum.' : ' maxima.');
    }
    cell.shown.forEach(function (band) {
      band.im.forEach(function (im, i) {
        if (grows(band.kind[i]) && (!best || im > best.im)) {
          best = { im: im, k: band.k[i] };
        }
      });
    });
    var text = best
      ? 'Fastest growth of the list: ' + quantity(best.im, data.rateUnit) + ' at k = '
        + quantity(best.k, data.waveNumberUnit) + '.'
      : 'No growing wave.';
    if (cell.shown.length < cell.bands) {
      text += ' Shown: the ' + cell.shown.length + ' of ' + cell.bands + ' bands that grow somewhere.';
    }
    return text;
  }

  showInitialData(function (data) {
    var chart = echarts.init(document.getElementById('chart'));
    var choice = document.getElementById('cell');
    data.cells.forEach(function (cell, i) {
      choice.add(new Option(cell.name, i));
      cell.pieces = cell.shown.reduce(function (n, band) { return n + pieces(band, 'im').length; }, 0);
    });
    choice.hidden = document.getElementById('cell-label').hidden = data.cells.length < 2;
    function show() {
      var cell = data.cells[choice.value || 0];
      chart.setOption(options(data, cell), true);
      document.getElementById('note').textContent = fastest(data, cell);
    }
    choice.addEventListener('change', show);
    window.addEventListener('resize', function () { chart.resize(); });
    show();
  }, 'no wave was found, or none grows');
})();
