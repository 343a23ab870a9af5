// Hands the calls of the tests to the SDK, and its answers and errors back, as JSON.
import { Auth0Client } from './auth0-spa-js.production.esm.js';

let client;

const told = ({ name, message, cause, ...rest }) => ({ name, message, ...rest, ...(cause && { cause }) });

const method = (path) => path.split('.').reduce(([, owner], member) => [owner, owner[member]], [undefined, client]);

const answer = async (work) => {
  try {
    return JSON.stringify({ value: (await work()) ?? null });
  } catch (error) {
    return JSON.stringify({ error: told(error) });
  }
};

window.sdk = {
  open: (options) => {
    client = new Auth0Client(options);
  },
  call: (path, ...args) => answer(() => {
    const [owner, called] = method(path);
    return called.apply(owner, args);
  }),
  // What the application itself does between the SDK's enrollmentChallenge and enrollmentVerify.
  createCredential: (options) => answer(async () => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    return (await navigator.credentials.create({ publicKey })).toJSON();
  }),
};
