import { useTheme } from '@material-ui/core/styles';
import { PatternCircles, PatternLines } from '@visx/pattern';
import { stateOf } from '../components/stateOf';

type Tone = 'ok' | 'running' | 'pending' | 'warning' | 'error' | 'aborted';
type Pattern =
  'solid' | 'diagonal' | 'vertical' | 'horizontal' | 'crossed' | 'dots';

/** Each state in a colour and a pattern that no other state has together; the colours are those of its icon. */
const LOOKS = new Map<string, [Tone, Pattern]>(
  Object.entries({
    Running: ['ok', 'solid'],
    Healthy: ['ok', 'solid'],
    Provisioning: ['running', 'dots'],
    Importing: ['running', 'vertical'],
    Deleting: ['running', 'diagonal'],
    Pausing: ['running', 'horizontal'],
    Resuming: ['running', 'crossed'],
    Pending: ['pending', 'dots'],
    Paused: ['pending', 'vertical'],
    Error: ['error', 'diagonal'],
    UnHealthy: ['error', 'diagonal'],
    Warning: ['warning', 'horizontal'],
    Unknown: ['warning', 'crossed'],
    Deleted: ['aborted', 'horizontal'],
  }),
);
/** Of words that Palette adds. */
const OTHER: [Tone, Pattern] = ['aborted', 'crossed'];

const SIZE = 6;
const ORIENTATIONS = {
  diagonal: ['diagonal'],
  vertical: ['vertical'],
  horizontal: ['horizontal'],
  crossed: ['horizontal', 'vertical'],
} as const;

/** What fills the segment of a state; its pattern is found where `SegmentPattern` stands with the same id. */
export function fillOf(id: string): string {
  return `url(#${id})`;
}

/** The pattern of a state: colour for those who see it, lines and dots for everybody. */
export const SegmentPattern = (props: { id: string; state: string }) => {
  const { id, state } = props;
  const { palette } = useTheme();
  const [tone, pattern] = LOOKS.get(stateOf(state) ?? '') ?? OTHER;
  const colour = palette.status[tone];
  // The lightest colour is light in both themes.
  const stroke =
    tone === 'pending'
      ? palette.getContrastText(colour)
      : palette.background.paper;
  if (pattern === 'dots') {
    return (
      <PatternCircles
        id={id}
        width={SIZE}
        height={SIZE}
        radius={1.5}
        fill={stroke}
        background={colour}
      />
    );
  }
  return (
    <PatternLines
      id={id}
      width={SIZE}
      height={SIZE}
      stroke={pattern === 'solid' ? colour : stroke}
      strokeWidth={1.5}
      orientation={
        pattern === 'solid' ? ['diagonal'] : [...ORIENTATIONS[pattern]]
      }
      background={colour}
    />
  );
};
