/* Fills the list of cells, with those that the page leaves out at its end, and searches it. "current" says which cell
   is shown, "show" shows another by its number. */
function cellChooser(figure, current, show) {
  var byId = function (id) { return document.getElementById(id); };
  var choice = byId('cell');
  var search = byId('search');
  var left = figure.left || [];
  function fill() {
    var word = (search.value || '').toLowerCase();
    var fits = function (name) { return name.toLowerCase().indexOf(word) >= 0; };
    choice.textContent = '';
    figure.cells.forEach(function (each, i) {
      if (fits(each.name)) {
        choice.add(new Option(each.name, i));
      }
    });
    left.filter(fits).forEach(function (name) {
      var option = new Option(name + ' (not in this page)', '');
      option.disabled = true;
      choice.add(option);
    });
    choice.value = String(figure.cells.indexOf(current()));
    if (choice.selectedIndex < 0) {
      choice.selectedIndex = 0;
    }
  }
  byId('choice').textContent = figure.choice || 'Cell';
  search.setAttribute('aria-label', 'Search ' + byId('choice').textContent.toLowerCase() + 's');
  fill();
  byId('cells').hidden = figure.all < 2;
  search.hidden = figure.cells.length + left.length < 9;
  choice.addEventListener('change', function () { show(+choice.value); });
  search.addEventListener('input', function () {
    fill();
    if (choice.value && figure.cells[choice.value] !== current()) {
      show(+choice.value);
    }
  });
}
