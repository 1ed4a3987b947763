const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that may stand in HTML, also inside of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]);
}

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: Canvas; color: CanvasText; }
  header { background: #1f3a5f; color: #fff; padding: 1rem 2rem; font-weight: 600; }
  main { max-width: 44rem; margin: 2rem auto; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  ul.choices { list-style: none; padding: 0; display: grid; gap: .75rem; }
  ul.choices a { display: block; padding: .75rem 1rem; border: 1px solid GrayText; border-radius: .5rem;
    color: inherit; text-decoration: none; font-weight: 600; }
  ul.choices a:hover, ul.choices a:focus-visible { outline: 3px solid #3b82c4; outline-offset: 1px; }
  small, .hint { color: GrayText; font-weight: 400; }
  form { display: inline; }
  button { font: inherit; padding: .4rem .8rem; border-radius: .4rem; border: 1px solid GrayText; cursor: pointer; }
  code { font-size: .9em; }
`;

/** A whole page; `body` is HTML, `title` is text. */
export function renderPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>Palette simulator</header>
<main>
${body}
</main>
</body>
</html>
`;
}
