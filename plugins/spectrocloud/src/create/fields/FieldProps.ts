/** What all inputs take. */
export interface FieldProps<T> {
  id: string;
  label: string;
  help?: string;
  wrong?: boolean;
  required?: boolean;
  disabled?: boolean;
  value: T;
  onChange: (value: T) => void;
}
