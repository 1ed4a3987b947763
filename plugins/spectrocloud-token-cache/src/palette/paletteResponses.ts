import { z } from 'zod';

/** Undocumented but used by the vendor's own tools; only what we need, all of it checked. */
export const userMe = z.object({
  metadata: z.object({ uid: z.string().min(1) }),
  spec: z.object({ emailId: z.string().optional() }).optional(),
  status: z.object({
    tenant: z.object({
      tenantUid: z.string().min(1),
      orgName: z.string().optional(),
    }),
  }),
});

/** The documented answer of `/v1/users/info`. */
export const userInfo = z.object({
  tenantUid: z.string().min(1),
  userUid: z.string().min(1),
  orgName: z.string().optional(),
});

/** The documented answer of `/v1/users/{uid}`, as far as we need it. */
export const user = z.object({
  spec: z.object({ emailId: z.string().optional() }).optional(),
});

/** The documented answer of `/v1/auth/refresh/{token}`. */
export const userToken = z.object({ Authorization: z.string().min(1) });
