import type { Api } from '../../../rule';
import { named, soften } from '../shared/apis';

export const java: readonly Api[] = [
  named('MapDB', 'org.mapdb.DBMaker.fileDB'),
  named('RocksDB', 'org.rocksdb.RocksDB.open'),
  named(
    'Xodus',
    'jetbrains.exodus.env.Environments.newInstance',
    'jetbrains.exodus.entitystore.PersistentEntityStores.newInstance',
  ),
  named('Berkeley DB', 'com.sleepycat.je.Environment', 'com.sleepycat.db.Environment'),
  named(
    'Embedded Neo4j',
    'org.neo4j.graphdb.factory.GraphDatabaseFactory().newEmbeddedDatabase',
    'org.neo4j.dbms.api.DatabaseManagementServiceBuilder',
  ),
  ...soften(
    'information',
    named(
      'A Lucene index in files',
      'org.apache.lucene.store.FSDirectory.open',
      'org.apache.lucene.store.NIOFSDirectory',
      'org.apache.lucene.store.MMapDirectory',
    ),
  ),
];
