/**
 * Between the JSON of the wire and the objects of the browser: W3C Web Authentication Level 3, §5.1.8 to §5.1.10.
 * The browser's own conversion is used where it has one.
 *
 * @module
 */

/**
 * @param {ArrayBuffer | ArrayBufferView<ArrayBuffer>} bytes
 * @returns {string} unpadded base64url, RFC 4648 §5
 */
export function toBase64Url(bytes) {
  const view = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
  let binary = '';
  for (const byte of view) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param {string} text base64url, padded or not
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function fromBase64Url(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/').replaceAll('=', ''));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/**
 * @template T
 * @param {T} value JSON
 * @returns {T} the same without members that are null or undefined
 */
export function withoutNulls(value) {
  if (Array.isArray(value)) {
    return /** @type {T} */ (value.filter(isPresent).map(withoutNulls));
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => isPresent(member));
    return /** @type {T} */ (Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)])));
  }
  return value;
}

/** @param {unknown} value */
const isPresent = (value) => value !== null && value !== undefined;

/**
 * @param {any} json `authn_params_public_key` of a signup or an enrollment
 * @returns {PublicKeyCredentialCreationOptions}
 */
export function creationOptions(json) {
  const options = withoutNulls(json);
  if (typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function') {
    return PublicKeyCredential.parseCreationOptionsFromJSON(options);
  }
  return {
    ...options,
    challenge: fromBase64Url(options.challenge),
    user: { ...options.user, id: fromBase64Url(options.user.id) },
    ...(options.excludeCredentials && { excludeCredentials: options.excludeCredentials.map(descriptor) }),
  };
}

/**
 * @param {any} json `authn_params_public_key` of a login
 * @returns {PublicKeyCredentialRequestOptions}
 */
export function requestOptions(json) {
  const options = withoutNulls(json);
  if (typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function') {
    return PublicKeyCredential.parseRequestOptionsFromJSON(options);
  }
  return {
    ...options,
    challenge: fromBase64Url(options.challenge),
    ...(options.allowCredentials && { allowCredentials: options.allowCredentials.map(descriptor) }),
  };
}

/** @param {{id: string}} json */
const descriptor = (json) => ({ ...json, id: fromBase64Url(json.id) });

/**
 * @param {PublicKeyCredential} credential what the browser made or found
 * @returns {Record<string, unknown>} `authn_response` of the token exchange
 */
export function credentialToJson(credential) {
  return withoutNulls(ownJson(credential) ?? builtJson(credential));
}

/**
 * Password managers that stand in for the browser hand out credentials whose `toJSON` is missing or throws.
 *
 * @param {PublicKeyCredential} credential
 * @returns {Record<string, unknown> | undefined}
 */
function ownJson(credential) {
  try {
    const json = credential.toJSON?.();
    return json?.response?.clientDataJSON ? /** @type {Record<string, unknown>} */ (json) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {PublicKeyCredential} credential
 * @returns {Record<string, unknown>}
 */
function builtJson(credential) {
  return {
    id: credential.id,
    rawId: toBase64Url(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: serializable(credential.getClientExtensionResults?.() ?? {}),
    response: responseJson(/** @type {any} */ (credential.response)),
  };
}

/**
 * @param {AuthenticatorAttestationResponse & AuthenticatorAssertionResponse} response
 * @returns {Record<string, unknown>}
 */
function responseJson(response) {
  const clientDataJSON = toBase64Url(response.clientDataJSON);
  if (response.attestationObject) {
    return {
      clientDataJSON,
      attestationObject: toBase64Url(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    };
  }
  return {
    clientDataJSON,
    authenticatorData: toBase64Url(response.authenticatorData),
    signature: toBase64Url(response.signature),
    ...(response.userHandle && { userHandle: toBase64Url(response.userHandle) }),
  };
}

/**
 * @param {unknown} value extension results, which may hold buffers at any depth
 * @returns {unknown}
 */
function serializable(value) {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    return toBase64Url(/** @type {ArrayBuffer} */ (value));
  }
  if (Array.isArray(value)) {
    return value.map(serializable);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, serializable(member)]));
  }
  return value;
}
