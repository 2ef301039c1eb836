'use strict';

const CONTRACT = '/api/v1/openapi.json';
const form = document.getElementById('key');
const refused = document.getElementById('key-refused');

function withKey(request) {
  const key = sessionStorage.getItem('vinbridge-key');
  if (key && new URL(request.url, location).origin === location.origin) {
    request.headers['X-API-Key'] = key;
  }
  return request;
}

async function open() {
  const answer = await fetch(CONTRACT, withKey({ url: CONTRACT, headers: {} }));
  if (answer.status === 401 || answer.status === 403) {
    refused.hidden = sessionStorage.getItem('vinbridge-key') === null;
    form.hidden = false;
    document.getElementById('key-value').focus();
    return;
  }
  form.hidden = true;
  SwaggerUIBundle({
    spec: await answer.json(),
    dom_id: '#contract',
    deepLinking: true,
    tryItOutEnabled: true,
    requestInterceptor: withKey,
    validatorUrl: null,
  });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem('vinbridge-key', document.getElementById('key-value').value);
  open();
});

open();
