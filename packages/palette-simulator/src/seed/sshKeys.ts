import { createHash } from 'node:crypto';
import type { SshKey } from './types';
import { uidOf } from './uid';

const NAMES = ['platform-bastion', 'edge-technicians'];

/** Two public keys, of nobody. */
export function createSshKeys(tenant: string): SshKey[] {
  return NAMES.map(name => ({
    uid: uidOf('sshkey', tenant, name),
    name,
    publicKey: `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${createHash('sha256')
      .update(name)
      .digest('base64')
      .slice(0, 43)} ${name}@acme.example`,
    createdAt: '2024-06-01T10:00:00.000Z',
  }));
}
