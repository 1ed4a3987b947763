/** What every Palette object says about itself. @public */
export interface PaletteMetadata {
  uid: string;
  name: string;
  labels?: Record<string, string>;
  /** Palette's own: `projectUid`, `scope`, `permissions` (of the caller, comma separated) and so on. */
  annotations?: Record<string, string>;
  /** ISO 8601. */
  creationTimestamp?: string;
  /** ISO 8601. */
  lastModifiedTimestamp?: string;
}

/** A name and the uid that stands for it. @public */
export interface PaletteReference {
  uid: string;
  name?: string;
  kind?: string;
  projectUid?: string;
}
