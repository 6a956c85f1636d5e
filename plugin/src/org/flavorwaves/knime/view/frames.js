/* Lets one choose the frame in which the panels of a cell are shown, if they have another one: "again" shows them. */
function frameChooser(cell, again) {
  var byId = function (id) { return document.getElementById(id); };
  var choice = byId('frame-of');
  var kept = choice.selectedIndex > 0;
  cell.base = cell.base || cell.panels;
  var other = cell.base.length && cell.base[0].frames.length ? cell.base[0].frames[0] : null;
  byId('frames').hidden = !other;
  choice.textContent = '';
  if (other) {
    choice.add(new Option(other.base));
    choice.add(new Option(other.name));
    choice.selectedIndex = kept ? 1 : 0;
  }
  choose();
  choice.onchange = function () {
    choose();
    again();
  };

  function choose() {
    cell.panels = choice.selectedIndex > 0 ? cell.base.map(moved) : cell.base;
  }

  /* A panel in its other frame; without one it stays. */
  function moved(panel) {
    var frame = panel.frames[0];
    return frame ? Object.assign({}, panel, { title: frame.title, x: frame.x, y: frame.y,
      series: panel.series.filter(function (series) { return series.shifts.length; }).map(function (series) {
        return shifted(series, frame);
      }).concat(frame.own) }) : panel;
  }

  function shifted(series, frame) {
    var each = series.labels.length === series.x.length;
    var piece = 0;
    var times = series.x.map(function (x, i) {
      piece += x !== x || series.y[i] !== series.y[i] ? 1 : 0;
      return series.shifts[series.shifts.length > 1 ? each ? i : piece : 0];
    });
    return Object.assign({}, series, {
      x: series.x.map(function (x, i) { return x + times[i] * frame.byX; }),
      y: series.y.map(function (y, i) { return y + times[i] * frame.byY; })
    });
  }
}
