/* Numbers and units as people write them: 6.25 × 10¹⁰ s⁻¹. */
var numbers = (function () {
  var SUPER = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };

  function raised(exponent) {
    return String(exponent).replace(/[-0-9]/g, function (c) { return SUPER[c]; });
  }

  function trimmed(text) {
    return (text.indexOf('.') < 0 ? text : text.replace(/\.?0+$/, '')).replace('-', '−');
  }

  function number(x, digits) {
    if (typeof x !== 'number' || x !== x) {
      return 'missing';
    }
    if (x === 0) {
      return '0';
    }
    if (!isFinite(x)) {
      return x > 0 ? '∞' : '−∞';
    }
    var size = Math.abs(x);
    if (size >= 1e5 || size < 1e-3) {
      var parts = x.toExponential(digits - 1).split('e');
      return trimmed(parts[0]) + ' × 10' + raised(+parts[1]);
    }
    return trimmed(x.toPrecision(digits));
  }

  function unit(text) {
    return text.replace(/\^(-?\d+)/g, function (all, exponent) { return raised(exponent); });
  }

  function quantity(x, text) {
    return number(x, 4) + (text && text !== '1' ? ' ' + unit(text) : '');
  }

  /* The power of ten that the ticks of a linear axis leave out. */
  function exponent(min, max) {
    var size = Math.max(Math.abs(min), Math.abs(max));
    var power = size > 0 && isFinite(size) ? Math.floor(Math.log(size) / Math.LN10 + 1e-9) : 0;
    return power >= 4 || power <= -3 ? power : 0;
  }

  function axisName(axis, power) {
    var parts = [];
    if (power) {
      parts.push('10' + raised(power));
    }
    if (axis.unit !== '1') {
      parts.push(axis.unit ? unit(axis.unit) : power ? 'nat. units' : 'natural units');
    }
    return axis.quantity + (parts.length ? ' [' + parts.join(' ') + ']' : '');
  }

  function tick(x) {
    return trimmed(Number(x.toPrecision(6)).toString().replace(/e\+?(-?\d+)/, ' × 10^$1')).replace(/10\^(.\d*)/,
      function (all, e) { return '10' + raised(e.replace('−', '-')); });
  }

  /* The number that a place on a logarithmic axis stands for. */
  function logTick(at) {
    var power = Math.round(at);
    return Math.abs(at - power) > 1e-6 ? number(Math.pow(10, at), 3) : power >= -1 && power <= 2
      ? trimmed(String(+Math.pow(10, power).toPrecision(3))) : '10' + raised(power);
  }

  /* A sentence with its numbers and units as people write them. */
  function sentence(text) {
    return text.replace(/(^|[\s(=|])-(?=\d)/g, '$1−').replace(/ \+- /g, ' ± ').replace(/(\d)e([-+]?\d+)/g, function (all, digit, e) { return digit + ' × 10' + raised(+e); })
      .replace(/\^(-?\d+)/g, function (all, e) { return raised(e); });
  }

  return { number: number, quantity: quantity, exponent: exponent, axisName: axisName, tick: tick, sentence: sentence, logTick: logTick };
})();
