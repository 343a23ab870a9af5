/**
 * A name for a passkey that has none: who keeps it, else where it was made.
 *
 * @module
 */

/**
 * Widely used providers by AAGUID. Without attestation an AAGUID is a label, never a proof.
 *
 * @type {Record<string, string>}
 */
const PROVIDERS = {
  '08987058-cadc-4b81-b6e1-30de50dcbe96': 'Windows Hello',
  '6028b017-b1d4-4c02-b4b3-afcdafc96bb2': 'Windows Hello',
  '9ddd1817-af5a-4672-a2b9-3e3dd95000a9': 'Windows Hello',
  '531126d6-e717-415c-9320-3d9aa6981239': 'Dashlane',
  '53414d53-554e-4700-0000-000000000000': 'Samsung Pass',
  'adce0002-35bc-c60a-648b-0b25f1f05503': 'Chrome on Mac',
  'bada5566-a7aa-401f-bd96-45619a55120d': '1Password',
  'd548826e-79b4-40a6-a3d8-11116f7e8349': 'Bitwarden',
  'dd4ec289-e01d-41c9-bb89-70fa845d4bf2': 'iCloud Keychain',
  'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4': 'Google Password Manager',
  'fbfc3007-154e-4ecc-8c0b-6e020557d7bd': 'iCloud Keychain',
  'fdb141b2-5d84-443e-8a35-4698c205a502': 'KeePassXC',
};

/** The first that matches names the browser: those that pretend to be another stand before it. */
const BROWSERS = /** @type {const} */ ([
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]);

const SYSTEMS = /** @type {const} */ ([
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]);

/**
 * @param {{name?: string, aaguid?: string, user_agent?: string}} passkey
 * @returns {string} its own name, else its provider's, else "browser on system"
 */
export function passkeyName({ name, aaguid = '', user_agent: userAgent = '' }) {
  return name || PROVIDERS[aaguid.toLowerCase()] || browserOnSystem(userAgent) || 'Passkey';
}

/**
 * @param {string} userAgent
 * @returns {string} empty if neither is known
 */
export function browserOnSystem(userAgent) {
  return [first(BROWSERS, userAgent), first(SYSTEMS, userAgent)].filter(Boolean).join(' on ');
}

/**
 * @param {ReadonlyArray<readonly [RegExp, string]>} table
 * @param {string} text
 */
const first = (table, text) => table.find(([pattern]) => pattern.test(text))?.[1];
