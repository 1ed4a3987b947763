import { spawnSync } from 'node:child_process';

const PROGRAM = process.env.TERRAFORM_PATH ?? 'terraform';

/** Nothing of whoever runs the tests, and no call home. */
const { TF_CLI_CONFIG_FILE: _, ...others } = process.env;
const env = { ...others, CHECKPOINT_DISABLE: '1' };

const { status } = spawnSync(PROGRAM, ['version'], { env });

/** Describes tests that run `terraform`; skipped, with the reason said, where there is none. */
export const describeWithTerraform: jest.Describe =
  status === 0 ? describe : describe.skip;

if (status !== 0) {
  process.stdout.write(
    'skipped: no terraform, neither on the PATH nor by TERRAFORM_PATH\n',
  );
}

/** A configuration as `terraform fmt` lays it out, or why it can't. */
export function formatted(hcl: string): string {
  const run = spawnSync(PROGRAM, ['fmt', '-'], {
    env,
    input: hcl,
    encoding: 'utf8',
  });
  return run.status === 0 ? run.stdout : run.stderr;
}

/** Whether `terraform fmt -check` agrees with how it is laid out. */
export function passesCheck(hcl: string): boolean {
  const run = spawnSync(PROGRAM, ['fmt', '-check', '-'], { env, input: hcl });
  return run.status === 0;
}
