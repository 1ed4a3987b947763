/** What is done in a page, and what shows that it has answered. */
export interface Interaction {
  /** Of the element that it is done to; the first of several. */
  selector: string;
  /** The value that is filled in; without one, the element is clicked. */
  value?: string;
  /** A text that appears. */
  shows: string;
}

const search = 'input[type=search]';
/** The one filter that has such a choice. */
const project = 'select:has(option[value="project-7"])';
const sort = 'thead [role=button]';

/** What people do in a list of 5,000 clusters, each with its way back. */
export const interactions: Array<
  [name: string, there: Interaction, back: Interaction]
> = [
  [
    'search',
    { selector: search, value: 'cluster-4999', shows: '1 of 5000 clusters' },
    { selector: search, value: '', shows: '1–20 of 5000' },
  ],
  [
    'filter',
    {
      selector: project,
      value: 'project-7',
      shows: '125 of 5000 clusters',
    },
    { selector: '[aria-label^="Drop the filter"]', shows: '1–20 of 5000' },
  ],
  [
    'page',
    { selector: '[title="Next page"]', shows: '21–40 of 5000' },
    { selector: '[title="Previous page"]', shows: '1–20 of 5000' },
  ],
  [
    'sort',
    { selector: sort, shows: 'cluster-4999' },
    { selector: sort, shows: 'cluster-19' },
  ],
];

/**
 * Does something in the page that this function runs in.
 *
 * @returns ms from the event to the frame after the answer, as the page itself sees it
 */
export function timeInPage(interaction: Interaction): Promise<number> {
  const { selector, value, shows } = interaction;
  return new Promise<number>((resolve, reject) => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) {
      reject(new Error(`nothing is ${selector}`));
      return;
    }
    const started = performance.now();
    const look = () => {
      const { textContent } = document.querySelector('main, article')!;
      if (textContent?.includes(shows)) {
        resolve(performance.now() - started);
      } else {
        requestAnimationFrame(look);
      }
    };
    if (value === undefined) {
      element.click();
    } else {
      const prototype = Object.getPrototypeOf(element);
      // React hears only of what is set past its own setter.
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(
        element,
        value,
      );
      element.dispatchEvent(
        new Event(element.tagName === 'SELECT' ? 'change' : 'input', {
          bubbles: true,
        }),
      );
    }
    requestAnimationFrame(look);
  });
}
