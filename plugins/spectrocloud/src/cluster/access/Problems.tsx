import { StateLabel } from '../../components/StateLabel';

/** What kept Palette from setting something up; nothing where nothing did. */
export const Problems = ({ problems }: { problems: string[] }) => (
  <>
    {problems.map((problem, index) => (
      <div key={index}>
        <StateLabel state="Error" text={problem} />
      </div>
    ))}
  </>
);
