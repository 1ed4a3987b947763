/** Something to choose from. @public */
export interface Option {
  /** What is chosen. */
  value: string;
  /** What is said of it besides, or instead where a value is a uid. */
  label?: string;
}
