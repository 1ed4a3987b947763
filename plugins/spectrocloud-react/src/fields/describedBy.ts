import type { FieldProps } from './FieldProps';

/** Material UI ties only its own help to an input; here also what stands elsewhere. */
export function describedByOf(
  props: Pick<FieldProps<never>, 'id' | 'help' | 'describedBy'>,
): string | undefined {
  const { id, help, describedBy } = props;
  return (
    [help && `${id}-helper-text`, describedBy].filter(Boolean).join(' ') ||
    undefined
  );
}
