import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { scaffolderSpectroCloudTranslationRef } from '../translation';
import { notesOf } from './FieldNotes';
import type { Offering, PlaceOptions } from './Offering';
import { readOptions } from './readOptions';
import { type Offered, useOffered } from './useOffered';

/** What a field is given by the form, read. */
export interface FieldState<TOptions, TOffer> extends Offered<TOffer> {
  id: string;
  /** The template's own title, else ours. */
  label: string;
  /** The template's own words, as Markdown. */
  description?: string;
  /** Ids of what describes the field. */
  describedBy?: string;
  options?: TOptions;
  /** What is wrong with the template. */
  problem?: string;
  disabled: boolean;
  /** Whether the form found something wrong. */
  wrong: boolean;
  /** What has to be done before, what is under way, or that there is nothing. */
  hint?: string;
}

/** Reads what a form hands to a field, and asks Palette for what the field offers. */
export function useField<TValue, TOptions extends PlaceOptions, TOffer>(
  offering: Offering<TOptions, TOffer>,
  props: FieldExtensionComponentProps<TValue, TOptions>,
): FieldState<TOptions, TOffer> {
  const { idSchema, schema, uiSchema, formContext, rawErrors = [] } = props;
  const { t } = useTranslationRef(scaffolderSpectroCloudTranslationRef);
  const read = readOptions(offering.optionsSchema, uiSchema);
  const options = read.ok ? read.options : undefined;
  const problem = read.ok ? undefined : read.problem;
  const offered = useOffered(offering, options, formContext?.formData);
  const { offers, missing, error } = offered;
  const id = idSchema.$id;
  const description = uiSchema['ui:description'] ?? schema.description;
  const hint =
    (missing && t(`first.${missing}`)) ||
    (!offers && !error && !problem && t('loading')) ||
    (offers?.length === 0 && t(`none.${offering.word}`)) ||
    undefined;
  return {
    ...offered,
    id,
    label: uiSchema['ui:title'] ?? schema.title ?? t(`label.${offering.word}`),
    description,
    describedBy: notesOf({ id, description, hasErrors: rawErrors.length > 0 }),
    options,
    problem,
    // Never because there is nothing to choose: what is disabled, a form takes for filled in.
    disabled: Boolean(props.disabled || props.readonly),
    wrong: rawErrors.length > 0,
    hint,
  };
}
