/* Asks the window around the page for the node's initial data, as KNIME's views do. */
function initialData() {
  return new Promise(function (resolve) {
    var requestId = 'flavorwaves-' + Math.random().toString(36).slice(2);
    window.addEventListener('message', function listen(event) {
      var answer = event.data;
      if (answer && answer.type === 'UIExtensionResponse' && answer.requestId === requestId) {
        window.removeEventListener('message', listen);
        var data = answer.payload.initialData;
        data = typeof data === 'string' ? JSON.parse(data) : data;
        resolve(data && data.result !== undefined ? data.result : data);
      }
    });
    window.parent.postMessage(
      { requestId: requestId, type: 'UIExtensionRequest', payload: { method: 'getConfig', params: [] } }, '*');
  });
}
