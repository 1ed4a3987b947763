import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { type ReactNode, useState } from 'react';
import { spectroCloudTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  more: { marginTop: theme.spacing(2) },
}));

/** The first of many, and more of them with each click. */
export function MoreOf<T>(props: {
  all: T[];
  /** So many at first, and with each click. */
  step: number;
  children: (shown: T[]) => ReactNode;
}) {
  const { all, step, children } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const [limit, setLimit] = useState(step);
  return (
    <>
      {children(all.slice(0, limit))}
      {all.length > limit && (
        <Button
          className={classes.more}
          variant="outlined"
          onClick={() => setLimit(limit + step)}
        >
          {t('cluster.moreEvents')}
        </Button>
      )}
    </>
  );
}
