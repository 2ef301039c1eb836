/* global OURS */

const API = '/api/v1';

/** An answer that is none: `status` is 0 where the service cannot be reached. */
export class Refusal extends Error {
  constructor(message, status, retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Asks the API, and gives what it says; null where it says nothing. A body that is a text goes as it is. */
export async function ask(path, method = 'GET', body = null, type = 'application/json') {
  let answer;
  try {
    answer = await fetch(API + path, {
      method,
      headers: method === 'GET' ? {} : { ...OURS, 'Content-Type': type },
      body: body === null || typeof body === 'string' ? body : JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(15000),
    });
  } catch (failure) {
    throw new Refusal('The service cannot be reached', 0, 0);
  }
  const text = await answer.text();
  if (answer.ok) {
    return text ? JSON.parse(text) : null;
  }
  throw new Refusal(reason(text) || `The service answers with ${answer.status}`, answer.status, Number(answer.headers.get('Retry-After')));
}

function reason(text) {
  try {
    const problem = JSON.parse(text);
    return problem.detail || problem.title;
  } catch (failure) {
    return '';
  }
}
