import { z } from 'zod';

const execUserSchema = z.object({
  exec: z.object({ args: z.array(z.unknown()) }),
});

/** The client that kubelogin signs in for: `--oidc-issuer-url` and `--oidc-client-id`. */
export function oidcClientOf(
  users: unknown[],
): { issuerUrl: string; clientId: string } | undefined {
  for (const user of users) {
    const { data } = execUserSchema.safeParse(user);
    const args = (data?.exec.args ?? []).map(String);
    const issuerUrl = valueOf(args, '--oidc-issuer-url');
    const clientId = valueOf(args, '--oidc-client-id');
    if (issuerUrl && clientId) return { issuerUrl, clientId };
  }
  return undefined;
}

function valueOf(args: string[], flag: string): string | undefined {
  const index = args.findIndex(
    arg => arg === flag || arg.startsWith(`${flag}=`),
  );
  if (index < 0) return undefined;
  return args[index] === flag
    ? args[index + 1]
    : args[index].slice(flag.length + 1);
}
