import { at } from './dom.js';

/** Asks for a key where one is needed. */
function askForKey() {
  at('key').hidden = false;
  at('key-value').focus();
}

/** Asks the API; what is wrong comes as an error in the API's own words. */
export async function ask(path, parameters = {}, refused = askForKey) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== ''));
  const answer = await fetch(`/api/v1/${path}${query.size ? `?${query}` : ''}`);
  if (answer.status === 401 || answer.status === 403) {
    refused();
    throw new Error('The showroom is open to who has a key.');
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail || problem.title || `The service answers ${answer.status}.`);
  }
  return answer.json();
}

/** A page of vehicles as cards. */
export const vehicles = (filters, more = {}) => ask('vehicles', { view: 'card', limit: 24, ...filters, ...more });

/** A vehicle, in one of its views. */
export const vehicle = (vin, view, styleId) => ask(`vehicles/${encodeURIComponent(vin)}`, { view, styleId });

/** The pictures of a vehicle's style in a colour. */
export const media = (vin, styleId, color) => ask(`vehicles/${encodeURIComponent(vin)}/media`, { styleId, color, background: 'White', width: 640, limit: 200 });

/** Visitors of an open showroom do without what is for who has a key. */
const doWithout = () => {};

/** What dealers say of a vehicle. */
export const offers = (vin) => ask(`vehicles/${encodeURIComponent(vin)}`, { fields: 'offers' }, doWithout);

/** The latest changes of a vehicle. */
export const history = (vin) => ask(`vehicles/${encodeURIComponent(vin)}/history`, { limit: 200 }, doWithout);
