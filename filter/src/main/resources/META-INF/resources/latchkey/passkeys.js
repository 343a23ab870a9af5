/**
 * The passkeys of the account that is logged in: `/me/v1/authentication-methods`.
 *
 * @module
 */
import { signal } from './signal-api.js';

/**
 * A passkey as the server describes it.
 *
 * @typedef {object} Passkey
 * @property {string} id `passkey|dev_…`
 * @property {'passkey'} type
 * @property {string} [name] what its owner calls it, at first its provider's name, else "browser on system"
 * @property {string} created_at RFC 3339, UTC
 * @property {string} [last_auth_at] RFC 3339, UTC
 * @property {'single_device' | 'multi_device'} credential_device_type
 * @property {boolean} credential_backed_up whether a copy is kept by the provider
 * @property {string} key_id credential id, base64url
 * @property {string} user_handle base64url
 * @property {string} relying_party_id
 * @property {string[]} [transports]
 * @property {string} [user_agent]
 * @property {string} [aaguid]
 */

/**
 * @typedef {object} AccountOptions
 * @property {AbortSignal} [signal]
 * @property {string} [token] access token with audience `https://HOST/me/`; absent means the application's session
 */

/** @typedef {Omit<import('./http.js').Call, 'signal' | 'token'>} AccountCall */

export const METHODS_PATH = '/me/v1/authentication-methods';

/** Lists, renames and removes, and keeps the browser's own list of passkeys in step where it can be told. */
export class Passkeys {
  /** @type {(call: AccountCall, options: AccountOptions) => Promise<any>} */
  #call;
  /** Whose each passkey is that was seen so far, by its id: an emptied list no longer says so. @type {Map<string, Owner>} */
  #owners = new Map();

  /** @param {(call: AccountCall, options: AccountOptions) => Promise<any>} call */
  constructor(call) {
    this.#call = call;
  }

  /**
   * @param {AccountOptions} [options]
   * @returns {Promise<Passkey[]>}
   * @throws {import('./errors.js').LatchkeyError}
   */
  async list(options = {}) {
    const answer = await this.#call({ method: 'GET', path: `${METHODS_PATH}?type=passkey` }, options);
    /** @type {Passkey[]} */
    const passkeys = answer.authentication_methods ?? [];
    signalAccepted(passkeys, this.#remember(passkeys));
    return passkeys;
  }

  /**
   * The name is the passkey's, not the account's, and so no business of the browser's.
   *
   * @param {string} id
   * @param {string} name
   * @param {AccountOptions} [options]
   * @returns {Promise<Passkey>} as it is now
   * @throws {import('./errors.js').LatchkeyError}
   */
  async rename(id, name, options = {}) {
    return this.#call({ method: 'PATCH', path: pathOf(id), body: { name }, meanings: { 404: 'not_found' } }, options);
  }

  /**
   * Removes a passkey from the account. The copy in the password manager is withdrawn where the browser can do that.
   *
   * @param {string} id
   * @param {AccountOptions} [options]
   * @returns {Promise<Passkey[]>} those that are left
   * @throws {import('./errors.js').LatchkeyError}
   */
  async remove(id, options = {}) {
    const meanings = /** @type {const} */ ({ 404: 'not_found', 409: 'last_passkey' });
    if (!this.#owners.has(id)) {
      await this.list(options);
    }
    await this.#call({ method: 'DELETE', path: pathOf(id), meanings }, options);
    const left = await this.list(options);
    const owner = this.#owners.get(id);
    if (owner) {
      signalAccepted(left, [owner]);
    }
    return left;
  }

  /**
   * Tells the browser how the account is called now, so that its account chooser shows that too. Call it after the
   * person has changed name or e-mail address.
   *
   * @param {{name: string, displayName: string}} user
   * @param {AccountOptions} [options]
   * @returns {Promise<void>}
   * @throws {import('./errors.js').LatchkeyError}
   */
  async signalUserDetails({ name, displayName }, options = {}) {
    for (const owner of this.#remember(await this.list(options))) {
      signal('signalCurrentUserDetails', { ...owner, name, displayName });
    }
  }

  /**
   * @param {Passkey[]} passkeys
   * @returns {Owner[]} whose they are, each once
   */
  #remember(passkeys) {
    /** @type {Map<string, Owner>} */
    const owners = new Map();
    for (const { id, relying_party_id: rpId, user_handle: userId } of passkeys) {
      owners.set(`${rpId} ${userId}`, { rpId, userId });
      this.#owners.set(id, { rpId, userId });
    }
    return [...owners.values()];
  }
}

/**
 * @param {Passkey[]} passkeys all that an account has
 * @param {Owner[]} owners names of that account, and of no other: whatever else is kept under them is given up
 */
function signalAccepted(passkeys, owners) {
  for (const { rpId, userId } of owners) {
    const allAcceptedCredentialIds = passkeys
      .filter((passkey) => passkey.relying_party_id === rpId && passkey.user_handle === userId)
      .map((passkey) => passkey.key_id);
    signal('signalAllAcceptedCredentials', { rpId, userId, allAcceptedCredentialIds });
  }
}

/** An account as password managers know it. @typedef {{rpId: string, userId: string}} Owner */

/** @param {string} id */
const pathOf = (id) => `${METHODS_PATH}/${encodeURIComponent(id)}`;

