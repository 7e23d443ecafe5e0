export const Row = ({ item }) => (
  <tr data-state={{ 'OS-EXT-STS:vm_state': 'error', 'OS-EXT-STS:task_state': '', status: 'ERRROR' }}>
    <td>{item['OS-EXT-STS:task_state'] === 'powering_off' ? 'stopping' : item.status}</td>
  </tr>
);
