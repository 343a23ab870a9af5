/**
 * One call to the server: JSON out, JSON in, a limit in time, and every failure a {@link LatchkeyError}.
 *
 * @module
 */
import { withoutNulls } from './conversion.js';
import { LatchkeyError, fromReply } from './errors.js';
import { linked } from './signals.js';

/**
 * @typedef {object} Server
 * @property {string} baseUrl where the endpoints are, without a trailing slash; empty for the page's own origin
 * @property {RequestCredentials} credentials whether cookies travel along
 * @property {number} timeoutMillis how long one call may take
 */

/**
 * @typedef {object} Call
 * @property {'GET' | 'POST' | 'PATCH' | 'DELETE'} [method] default `POST`
 * @property {string} path
 * @property {object} [body]
 * @property {string} [token] access token; absent means the application's session
 * @property {AbortSignal} [signal]
 * @property {Partial<Record<string, import('./errors.js').LatchkeyErrorCode>>} [meanings] see `fromReply`
 */

/**
 * @param {Server} server
 * @param {Call} call
 * @returns {Promise<any>} the answer's JSON, `{}` where it had none
 * @throws {LatchkeyError}
 */
export async function send(server, { method = 'POST', path, body, token, signal, meanings = {} }) {
  const limit = linked(signal);
  const timer = setTimeout(() => limit.abort(), server.timeoutMillis);
  try {
    const response = await fetch(server.baseUrl + path, {
      method,
      credentials: server.credentials,
      cache: 'no-store',
      signal: limit.signal,
      headers: {
        Accept: 'application/json',
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(withoutNulls(body)) }),
    });
    const json = parsed(await response.text());
    if (!response.ok) {
      throw fromReply(response, json ?? {}, meanings);
    }
    if (json === undefined) {
      throw new LatchkeyError('misconfigured', { status: response.status });
    }
    return json;
  } catch (cause) {
    if (cause instanceof LatchkeyError) {
      throw cause;
    }
    throw new LatchkeyError(signal?.aborted ? 'aborted' : 'offline', { cause });
  } finally {
    clearTimeout(timer);
    limit.release();
  }
}

/**
 * @param {string} text
 * @returns {Record<string, any> | undefined} undefined for what is no JSON object
 */
function parsed(text) {
  try {
    const json = JSON.parse(text || '{}');
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}
