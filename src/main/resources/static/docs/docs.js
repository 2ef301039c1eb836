'use strict';

const CONTRACT = '/api/v1/openapi.json';
const form = document.getElementById('key');

function asOurs(request) {
  if (new URL(request.url, location).origin === location.origin) {
    Object.assign(request.headers, OURS);
  }
  return request;
}

async function open() {
  const answer = await fetch(CONTRACT);
  if (answer.status === 401 || answer.status === 403) {
    form.hidden = false;
    document.getElementById('key-value').focus();
    return;
  }
  SwaggerUIBundle({
    spec: await answer.json(),
    dom_id: '#contract',
    deepLinking: true,
    tryItOutEnabled: true,
    requestInterceptor: asOurs,
    validatorUrl: null,
  });
}

signInWith(form, open);
open();
