import type { Response } from 'express';
import type { User } from '../seed/types';

const users = new WeakMap<Response, User>();

/** Remembers for the log whose call this is. */
export function noteCaller(res: Response, user: User): void {
  users.set(res, user);
}

/** Whose call this is, if that is known. */
export function notedCaller(res: Response): User | undefined {
  return users.get(res);
}
