import type { ReactNode } from 'react';

/** What all inputs take. @public */
export interface FieldProps<T> {
  /** Of the element that is filled in. */
  id: string;
  /** What the field is called. */
  label: string;
  /** What is wrong, else what helps. */
  help?: ReactNode;
  /** Ids of more elements that describe it, with spaces between. */
  describedBy?: string;
  /** Whether the help says what is wrong. */
  wrong?: boolean;
  /** Whether it needs a value. */
  required?: boolean;
  /** Whether it can't be changed now. */
  disabled?: boolean;
  /** What is filled in. */
  value: T;
  /** Called with what is filled in next. */
  onChange: (value: T) => void;
}
