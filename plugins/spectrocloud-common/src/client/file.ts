/** A downloaded file. @public */
export interface PaletteFile {
  /** A safe name for it. */
  fileName: string;
  /** What is in it. */
  content: Blob;
}

/** The backend sends names of letters, digits, dots and dashes only. */
const FILE_NAME = /filename="?([A-Za-z0-9_][A-Za-z0-9._-]*)"?(?:;|$)/;

/** Reads an answer that is a file. */
export async function readFile(
  response: Response,
  fallbackName: string,
): Promise<PaletteFile> {
  const disposition = response.headers.get('Content-Disposition') ?? '';
  return {
    fileName: FILE_NAME.exec(disposition)?.[1] ?? fallbackName,
    content: await response.blob(),
  };
}
