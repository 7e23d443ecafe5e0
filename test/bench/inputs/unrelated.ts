import { type Data, hex, numbers, uuid } from './servers';

/** An image: shaped like a server, with a status, and without a server's states. */
export function image(index: number): Data {
  const next = numbers(index);
  return {
    id: uuid(next),
    name: `image-${index}`,
    status: 'active',
    visibility: 'private',
    checksum: hex(next, 32),
    owner: hex(next, 32),
    size: next(2 ** 31),
    min_disk: 40,
    min_ram: 0,
    disk_format: 'zvhd2',
    container_format: 'bare',
    created_at: `2024-0${1 + next(9)}-1${next(10)}T08:12:33Z`,
    updated_at: `2025-0${1 + next(9)}-2${next(8)}T11:45:02Z`,
    tags: ['golden', `build=${next(1000)}`],
    file: `/v2/images/${uuid(next)}/file`,
    __os_type: 'Linux',
    __os_version: 'Ubuntu 22.04 server 64bit',
    __support_kvm: 'true',
  };
}

/** A function that has nothing to do with servers. */
export function unrelatedCode(index: number): string {
  return `export function weigh${index}(items: readonly Item[]): number {
  const sizes = items.filter((item) => item.visibility === 'private').map((item) => item.size);
  return sizes.reduce((sum, size) => sum + size, ${index}) / Math.max(sizes.length, 1);
}
`;
}
