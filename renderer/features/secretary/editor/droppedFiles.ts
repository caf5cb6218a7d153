import { pathOfDropped } from '../../../client.ts';

export const carriesFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;

/** Where the dropped files and folders lie on the disk. */
export const droppedPaths = (data: DataTransfer | null): readonly string[] =>
  [...(data?.files ?? [])].map(pathOfDropped).filter((path) => path !== '');
