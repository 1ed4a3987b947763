import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ErrorIcon from '@material-ui/icons/ErrorOutlineOutlined';
import { explainError } from '@terasky/backstage-plugin-spectrocloud-react';
import type { ReactNode } from 'react';
import { scaffolderSpectroCloudTranslationRef } from '../translation';
import { describeError } from './describeError';

const useStyles = makeStyles(theme => ({
  description: {
    margin: theme.spacing(0.5, 1.75, 0),
    color: theme.palette.text.secondary,
    '& p': { ...theme.typography.caption, margin: 0 },
  },
  failure: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    margin: theme.spacing(0.5, 1.75, 0),
  },
}));

const descriptionIdOf = (id: string) => `${id}-description`;

/** What is wrong, in words that are read against any background. */
const Failure = ({
  text,
  children,
}: {
  text: string;
  children?: ReactNode;
}) => {
  const classes = useStyles();
  return (
    <div role="alert" className={classes.failure}>
      <ErrorIcon color="error" fontSize="small" aria-hidden="true" />
      <Typography variant="body2">{text}</Typography>
      {children}
    </div>
  );
};

/** What stands below a field: why Palette's answer is missing, and the template's own words. */
export const FieldNotes = (props: {
  id: string;
  /** Markdown of the template. */
  description?: string;
  error?: Error;
  /** What is wrong with the template. */
  problem?: string;
  onRetry: () => void;
}) => {
  const { id, description, error, problem, onRetry } = props;
  const { t } = useTranslationRef(scaffolderSpectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <>
      {problem && <Failure text={t('options', { problem })} />}
      {error && (
        <Failure text={describeError(error, t)}>
          <Button size="small" onClick={onRetry}>
            {explainError(error) === 'declined' ? t('signIn') : t('retry')}
          </Button>
        </Failure>
      )}
      {description && (
        <div id={descriptionIdOf(id)} className={classes.description}>
          <MarkdownContent content={description} linkTarget="_blank" />
        </div>
      )}
    </>
  );
};

/** Ids of what describes a field, besides its own help: the template's words, and the form's errors. */
export function notesOf(field: {
  id: string;
  description?: string;
  hasErrors: boolean;
}): string | undefined {
  const { id, description, hasErrors } = field;
  return (
    [description && descriptionIdOf(id), hasErrors && `${id}__error`]
      .filter(Boolean)
      .join(' ') || undefined
  );
}
