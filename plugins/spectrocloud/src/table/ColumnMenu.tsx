import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import ViewColumnIcon from '@material-ui/icons/ViewColumnOutlined';
import { useState } from 'react';
import { spectroCloudTranslationRef } from '../translation';
import type { PaletteColumn } from './PaletteColumn';

const useStyles = makeStyles(theme => ({
  list: { padding: theme.spacing(1, 2) },
}));

/** Lets people choose the columns of a table. */
export function ColumnMenu<Row>(props: {
  columns: PaletteColumn<Row>[];
  shown: PaletteColumn<Row>[];
  onToggle: (id: string) => void;
}) {
  const { columns, shown, onToggle } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        size="small"
        startIcon={<ViewColumnIcon />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('table.columns')}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={() => setAnchor(null)}
        PaperProps={{ role: 'dialog', 'aria-label': t('table.columns') }}
      >
        <FormGroup className={classes.list}>
          {columns.slice(1).map(({ id, label }) => (
            <FormControlLabel
              key={id}
              label={label}
              control={
                <Checkbox
                  size="small"
                  color="primary"
                  checked={shown.some(one => one.id === id)}
                  onChange={() => onToggle(id)}
                />
              }
            />
          ))}
        </FormGroup>
      </Popover>
    </>
  );
}
