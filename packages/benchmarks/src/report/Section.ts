/** A cell; undefined where there is nothing to tell. */
export type Cell = string | number | undefined;

/** Figures side by side. */
export interface Table {
  title: string;
  columns: string[];
  rows: Cell[][];
}

/** What one benchmark found. */
export interface Section {
  /** As `--only` names it. */
  name: string;
  title: string;
  tables: Table[];
}
