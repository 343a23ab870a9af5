/**
 * Latchkey in the browser: sign up, sign in and manage passkeys against Latchkey's endpoints.
 *
 * ```js
 * import { createLatchkey } from '/latchkey/latchkey.js';
 * const latchkey = createLatchkey({ clientId: 'my-site' });
 * await latchkey.signup({ email: 'ada@example.com', name: 'Ada' });
 * ```
 *
 * @module
 */
import { autofill } from './autofill.js';
import { getPasskey, inForeground, requireSupport } from './ceremony.js';
import { LatchkeyError, worded } from './errors.js';
import { send } from './http.js';
import { Passkeys } from './passkeys.js';
import { enroll, expired, forgetUnknown, register, upgrade } from './registration.js';

export {
  isConditionalCreateAvailable,
  isConditionalMediationAvailable,
  isPlatformAuthenticatorAvailable,
  isSupported,
} from './ceremony.js';
export { LatchkeyError } from './errors.js';

/** @typedef {import('./passkeys.js').Passkey} Passkey */
/** @typedef {import('./passkeys.js').AccountOptions} AccountOptions */
/** @typedef {import('./errors.js').LatchkeyErrorCode} LatchkeyErrorCode */

/**
 * @typedef {object} LatchkeyOptions
 * @property {string} clientId a public client of the server's configuration
 * @property {string} [realm] user directory; absent means the default one
 * @property {string} [baseUrl] where the endpoints are, such as `https://auth.example.com`; default the page's origin
 * @property {string} [scope] asked for with the tokens; the server's default is `openid profile email`
 * @property {string} [audience] whom the access token is for
 * @property {number} [timeoutMillis] how long one call to the server may take; default 15000
 * @property {RequestCredentials} [credentials] whether cookies travel along; default `same-origin`
 * @property {Partial<Record<LatchkeyErrorCode, string>>} [messages] own or translated sentences for errors
 */

/**
 * What may be said about a new account: the members of `user_profile`, named as on the wire.
 *
 * @typedef {object} UserProfile
 * @property {string} [email]
 * @property {string} [phone_number] E.164
 * @property {string} [username]
 * @property {string} [name]
 * @property {string} [given_name]
 * @property {string} [family_name]
 * @property {string} [nickname]
 * @property {string} [picture] URL
 */

/**
 * @typedef {object} Tokens
 * @property {string} access_token
 * @property {string} [id_token]
 * @property {string} [refresh_token]
 * @property {'Bearer' | 'DPoP'} token_type
 * @property {number} expires_in seconds
 * @property {string} [scope]
 */

/** @typedef {import('./autofill.js').Challenge} Challenge */
/** @typedef {Partial<Record<string, LatchkeyErrorCode>>} Meanings */

const WEBAUTHN_GRANT = 'urn:okta:params:oauth:grant-type:webauthn';

/**
 * @param {LatchkeyOptions} options
 * @returns {Latchkey}
 */
export function createLatchkey(options) {
  return new Latchkey(options);
}

/** One client of one server. Every method rejects with a {@link LatchkeyError} and with nothing else. */
export class Latchkey {
  /** @type {Required<Pick<LatchkeyOptions, 'messages'>> & LatchkeyOptions} */
  #options;
  /** @type {import('./http.js').Server} */
  #server;

  /**
   * The passkeys of the account that is logged in.
   *
   * @readonly
   */
  passkeys = new Passkeys((call, options) => this.#guarded(() => this.#account(call, options)));

  /** @param {LatchkeyOptions} options */
  constructor(options) {
    if (!options?.clientId) {
      throw new TypeError('createLatchkey needs a clientId, as the server lists it under its clients.');
    }
    this.#options = { messages: {}, ...options };
    this.#server = {
      baseUrl: (options.baseUrl ?? '').replace(/\/+$/, ''),
      credentials: options.credentials ?? 'same-origin',
      timeoutMillis: options.timeoutMillis ?? 15_000,
    };
  }

  /**
   * Creates an account together with its first passkey, and logs in.
   *
   * @param {UserProfile} profile
   * @param {{signal?: AbortSignal, userMetadata?: Record<string, string>}} [options]
   * @returns {Promise<Tokens>}
   * @throws {LatchkeyError} `identifier_taken`: prompt for login; `already_registered`, `cancelled`, `timeout`, …
   */
  signup(profile, { signal, userMetadata } = {}) {
    return this.#foreground(signal, async (within) => {
      const begun = Date.now();
      const challenge = await this.#ask('/passkey/register', within, {
        meanings: { invalid_request: 'identifier_taken' },
        body: { user_profile: profile, user_metadata: userMetadata },
      });
      const submit = (/** @type {Record<string, unknown>} */ response) =>
        this.#exchange(challenge, response, within, {
          invalid_grant: expired(challenge, begun) ?? 'passkey_refused',
          invalid_request: 'identifier_taken',
        });
      return register(challenge, submit, within);
    });
  }

  /**
   * Logs in with a passkey that the person chooses in the browser's dialog. Call it on a click.
   *
   * @param {{signal?: AbortSignal}} [options]
   * @returns {Promise<Tokens>}
   * @throws {LatchkeyError} `passkey_unknown`, `passkey_removed`, `cancelled`, `timeout`, …
   */
  login({ signal } = {}) {
    return this.#foreground(signal, async (within) => {
      const begun = Date.now();
      const challenge = await this.#loginChallenge(within);
      const response = await getPasskey(challenge.authn_params_public_key, within);
      return this.#signIn(challenge, response, within, expired(challenge, begun));
    });
  }

  /**
   * Logs in with a passkey that the person chooses in the autofill of an input with
   * `autocomplete="username webauthn"`. Call it when the page loads. It stays armed while challenges come and go and
   * other ceremonies run, and ends when a login succeeds, when `signal` aborts, or when it is called again.
   *
   * @param {object} [options]
   * @param {AbortSignal} [options.signal]
   * @param {() => void} [options.onStart] a passkey was chosen, the server is asked now
   * @param {(error: LatchkeyError) => void} [options.onError] the chosen one failed; it is armed again already
   * @returns {Promise<Tokens>}
   * @throws {LatchkeyError} `not_supported` where the browser has no such autofill; `aborted`; `misconfigured`, …
   */
  autofill({ signal, onStart, onError } = {}) {
    return this.#guarded(() =>
      autofill({
        signal,
        onStart,
        onError: (error) => onError?.(worded(error, this.#options.messages)),
        challenge: (within) => this.#loginChallenge(within),
        exchange: (challenge, response, within) => this.#signIn(challenge, response, within),
      }),
    );
  }

  /**
   * Adds a passkey to the account that is logged in. The server wants a recent login for this.
   *
   * @param {AccountOptions} [options]
   * @returns {Promise<Passkey>}
   * @throws {LatchkeyError} `login_required`, `already_registered`, `too_many_passkeys`, `cancelled`, `timeout`, …
   */
  enroll({ signal, token } = {}) {
    return this.#foreground(signal, (within) => this.#enroll({ signal: within, token }));
  }

  /**
   * Adds a passkey without asking, where the browser does that: right after a sign-in with a password that it keeps.
   * Nobody is bothered; where nothing comes of it, offer `enroll`. Needs `my-account.conditional-create`.
   *
   * @param {AccountOptions} [options]
   * @returns {Promise<Passkey | undefined>} undefined where the browser made none, for whatever reason
   * @throws {LatchkeyError} what the server refuses: `login_required`, `invalid_request`, `too_many_passkeys`, …
   */
  upgrade({ signal, token } = {}) {
    return this.#guarded(() => upgrade(signal, (within) => this.#enroll({ signal: within, token }, 'conditional')));
  }

  /**
   * @param {AccountOptions & {signal: AbortSignal}} options
   * @param {'conditional'} [mediation]
   * @returns {Promise<Passkey>}
   */
  async #enroll(options, mediation) {
    const call = (/** @type {import('./passkeys.js').AccountCall} */ one) => this.#account(one, options);
    const passkey = await enroll(call, this.#options.realm, options.signal, mediation);
    await this.passkeys.list(options).catch(() => {});
    return passkey;
  }

  /**
   * @param {Challenge} challenge
   * @param {Record<string, unknown>} response
   * @param {AbortSignal} signal
   * @param {LatchkeyErrorCode} [refusal] what is known to be the reason of one
   * @returns {Promise<Tokens>}
   */
  async #signIn(challenge, response, signal, refusal = 'passkey_unknown') {
    const answer = this.#exchange(challenge, response, signal, {
      invalid_grant: refusal,
      unregistered: 'passkey_removed',
    });
    await answer.catch((error) => forgetUnknown(error, challenge, response));
    return answer;
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<Challenge>}
   */
  #loginChallenge(signal) {
    return this.#ask('/passkey/challenge', signal, { body: {} });
  }

  /**
   * @param {string} path
   * @param {AbortSignal} signal
   * @param {{body: object, meanings?: Meanings}} call
   * @returns {Promise<Challenge>}
   */
  #ask(path, signal, { body, meanings }) {
    const { clientId, realm } = this.#options;
    return send(this.#server, { path, signal, meanings, body: { client_id: clientId, realm, ...body } });
  }

  /**
   * @param {Challenge} challenge
   * @param {Record<string, unknown>} response
   * @param {AbortSignal} signal
   * @param {Meanings} meanings
   * @returns {Promise<Tokens>}
   */
  #exchange({ auth_session: authSession }, response, signal, meanings) {
    const { clientId, realm, scope, audience } = this.#options;
    return send(this.#server, {
      path: '/oauth/token',
      signal,
      meanings,
      body: {
        grant_type: WEBAUTHN_GRANT,
        client_id: clientId,
        auth_session: authSession,
        authn_response: response,
        realm,
        scope,
        audience,
      },
    });
  }

  /**
   * @param {import('./passkeys.js').AccountCall} call
   * @param {AccountOptions} options
   */
  #account(call, { signal, token }) {
    return send(this.#server, { ...call, signal, token });
  }

  /**
   * @template T
   * @param {AbortSignal | undefined} signal
   * @param {(signal: AbortSignal) => Promise<T>} ceremony
   * @returns {Promise<T>}
   */
  #foreground(signal, ceremony) {
    return this.#guarded(async () => {
      requireSupport();
      return inForeground(signal, ceremony);
    });
  }

  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async #guarded(work) {
    try {
      return await work();
    } catch (cause) {
      const error = cause instanceof LatchkeyError ? cause : new LatchkeyError('misconfigured', { cause });
      throw worded(error, this.#options.messages);
    }
  }
}
