/* Asks the window around the page for the node's initial data, as KNIME's views do, and hands the result to a function
   that draws it. Whatever keeps it from being drawn is said in the page: an error that KNIME sends in its place
   ({userError: {message, details}} or {internalError: {message, typeName, stackTrace}}), no data, or a failure of the
   drawing; where there are no cells, why. */
function askForData(draw) {
  var requestId = 'flavorwaves-' + Math.random().toString(36).slice(2);

  function say(text, isError) {
    var note = document.getElementById('note');
    note.textContent = text;
    note.className = isError ? 'error' : '';
    document.getElementById('frame').hidden = true;
  }

  function errorText(data) {
    if (data.userError) {
      return [data.userError.message, data.userError.details].filter(Boolean).join(' ') || 'The node reports an error.';
    }
    var error = data.internalError;
    return 'The data of this view could not be made: ' + (error.message || error.typeName || 'unknown error');
  }

  function show(data) {
    if (data && (data.userError || data.internalError)) {
      say(errorText(data), true);
      return;
    }
    var result = data && data.result !== undefined ? data.result : data;
    if (result === undefined || result === null || result === '') {
      say('Nothing to show: the node has sent no data.', false);
    } else if (!result.cells.length) {
      say('Nothing to show: ' + result.nothing + '.', false);
    } else {
      draw(result);
    }
  }

  window.addEventListener('message', function listen(event) {
    var answer = event.data;
    if (answer && answer.type === 'UIExtensionResponse' && answer.requestId === requestId) {
      window.removeEventListener('message', listen);
      try {
        var data = answer.payload ? answer.payload.initialData : undefined;
        show(typeof data === 'string' && data ? JSON.parse(data) : data);
      } catch (error) {
        say('The view failed: ' + error.message, true);
      }
    }
  });
  window.parent.postMessage(
    { requestId: requestId, type: 'UIExtensionRequest', payload: { method: 'getConfig', params: [] } }, '*');
}
