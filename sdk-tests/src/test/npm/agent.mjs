// Reads calls to the SDK from stdin and writes its answers to stdout, each a line of JSON.
import dns from 'node:dns';
import { webcrypto } from 'node:crypto';
import { createInterface } from 'node:readline';

// The sample listens on IPv4; Node 18 has no global crypto, and may try IPv6 alone.
dns.setDefaultResultOrder('ipv4first');
globalThis.crypto ??= webcrypto;

const { AuthClient } = await import('@auth0/auth0-auth-js');

const clients = new Map();

const clientOf = (options) => {
  const key = JSON.stringify(options);
  if (!clients.has(key)) clients.set(key, new AuthClient(options));
  return clients.get(key);
};

const told = ({ name, message, cause, ...rest }) => ({ name, message, ...rest, ...(cause && { cause }) });

const answer = async ({ options, path, args }) => {
  try {
    const [owner, called] = path
      .split('.')
      .reduce(([, value], member) => [value, value[member]], [undefined, clientOf(options)]);
    return { value: (await called.apply(owner, args)) ?? null };
  } catch (error) {
    return { error: told(error) };
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
