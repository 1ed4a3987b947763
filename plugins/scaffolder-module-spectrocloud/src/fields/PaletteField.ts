import type {
  CustomFieldValidator,
  FieldExtensionComponentProps,
  FieldSchema,
} from '@backstage/plugin-scaffolder-react';
import type { JSX } from 'react';

/** A field as both front-end systems register it. */
export interface PaletteField<TValue, TOptions> {
  /** What a template's `ui:field` says. */
  name: string;
  component: (
    props: FieldExtensionComponentProps<TValue, TOptions>,
  ) => JSX.Element | null;
  validation: CustomFieldValidator<TValue, TOptions>;
  /** What the template editor tells of it. */
  schema: FieldSchema<TValue, TOptions>;
}
